// While very many messages come in, the browser works for a moment before it sends one: it looks for a number whose
// digest, together with the form's own, begins with so many zeros. Without scripts one waits some minutes instead.
const form = document.querySelector("form[data-bits]");

const zeroBits = (bytes) => {
  let bits = 0;
  for (const byte of bytes) {
    if (byte) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
};

const proofFor = async (nonce, bits) => {
  const encoder = new TextEncoder();
  for (let proof = 0; ; proof += 1) {
    const digest = await crypto.subtle.digest("SHA-256", encoder.encode(`${nonce}:${proof}`));
    if (zeroBits(new Uint8Array(digest)) >= bits) return String(proof);
  }
};

form?.addEventListener("submit", async (event) => {
  const isDanger = form.elements.kind.value === "danger";
  const bits = Number(isDanger ? form.dataset.dangerBits : form.dataset.bits);
  if (!bits || form.elements.proof.value || !window.crypto?.subtle) return;
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  button.textContent = form.dataset.working;
  form.elements.proof.value = await proofFor(form.dataset.nonce, bits);
  form.submit();
});
