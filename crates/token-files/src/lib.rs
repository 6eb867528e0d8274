//! Reads and writes token files: otpauth links and QR pictures.
