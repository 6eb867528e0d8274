//! Empty: the fuzz targets are in `targets/`, and `scripts/fuzz` builds and runs them.
