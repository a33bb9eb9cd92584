"""The whole archive as a set of files, to be downloaded, checked and cited."""
