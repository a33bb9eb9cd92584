"""An invented archive of any size, for measuring and trying out. Nobody in it exists; every text says so."""
