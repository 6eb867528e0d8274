//! Other readers of QR codes, unmodified.

use std::{collections::BTreeSet, path::Path, process::Command};

use proofup_qr_gallery::Picture;

/// Another reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// ZXing-C++, through its Python package.
    Zxing,
    /// ZBar's own program.
    Zbar,
}

/// Prints each text in a picture, with NUL after it. Transparent parts are white, as on a page.
const PYTHON: &str = "\
import sys, zxingcpp
from PIL import Image
picture = Image.open(sys.argv[1]).convert('RGBA')
page = Image.new('RGBA', picture.size, 'white')
page.alpha_composite(picture)
for code in zxingcpp.read_barcodes(page.convert('L')):
    sys.stdout.buffer.write(code.text.encode() + b'\\0')
";

impl Reader {
    pub fn name(self) -> &'static str {
        match self {
            Self::Zxing => "zxing-cpp",
            Self::Zbar => "zbarimg",
        }
    }

    /// How to install it.
    pub fn install(self) -> &'static str {
        match self {
            Self::Zxing => "pip install zxing-cpp pillow; PROOFUP_PYTHON names another Python",
            Self::Zbar => "apt install zbar-tools",
        }
    }

    pub fn is_there(self) -> bool {
        let mut command = match self {
            Self::Zxing => python(&["-c", "import zxingcpp, PIL"]),
            Self::Zbar => program("zbarimg", &["--version"]),
        };
        command.output().is_ok_and(|output| output.status.success())
    }

    pub fn texts(self, picture: &Path) -> Vec<String> {
        let path = picture.display().to_string();
        let mut command = match self {
            Self::Zxing => python(&["-c", PYTHON, &path]),
            Self::Zbar => program("zbarimg", &["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", &path]),
        };
        let separator = if self == Self::Zxing { '\0' } else { '\n' };
        let output = command.output().map(|output| output.stdout).unwrap_or_default();
        let text = String::from_utf8_lossy(&output).into_owned();
        text.split(separator).filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }
}

/// Whether these are exactly the texts of a picture.
pub fn is_read(picture: &Picture, found: impl Iterator<Item = String>) -> bool {
    found.collect::<BTreeSet<_>>() == picture.texts.iter().cloned().collect()
}

#[expect(clippy::disallowed_methods, reason = "a bench is an edge")]
fn python(arguments: &[&str]) -> Command {
    program(&std::env::var("PROOFUP_PYTHON").unwrap_or_else(|_| "python3".to_owned()), arguments)
}

fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments);
    command
}
