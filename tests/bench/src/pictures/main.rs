//! Reads the gallery of QR codes with Proofup and with two other readers, and measures a screenshot of a 4K screen.
//! Fails if another reader reads a picture that Proofup does not.

mod readers;

use std::{error::Error, process::ExitCode, time::Instant};

use proofup_bench::{summary::Summary, verdict};
use proofup_qr_gallery::{gallery, uhd};
use proofup_token_files::texts_in_picture;

use readers::{Reader, is_read};

/// Runs of the 4K picture.
const RUNS: usize = 9;
/// Its limit in milliseconds.
const BAR: f64 = 400.0;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut readers = vec![Reader::Zxing, Reader::Zbar];
    readers.retain(|reader| reader.is_there());
    let (mut pictures, mut ours) = (0, 0);
    let mut theirs = vec![0; readers.len()];
    let (mut behind, mut beyond) = (Vec::new(), Vec::new());
    for picture in gallery() {
        let path = folder.path().join(format!("picture.{}", picture.ending()));
        std::fs::write(&path, &picture.file)?;
        pictures += 1;
        let found = texts_in_picture(&picture.file).unwrap_or_default();
        let own = is_read(&picture, found.iter().map(|text| text.to_string()));
        ours += usize::from(own);
        let mut by_others = false;
        for (reader, count) in readers.iter().zip(&mut theirs) {
            if is_read(&picture, reader.texts(&path).into_iter()) {
                *count += 1;
                by_others = true;
                if !own {
                    behind.push(format!("{} ({})", picture.name, reader.name()));
                }
            }
        }
        if !own && !by_others {
            beyond.push(picture.name);
        }
    }
    println!("| reader | of {pictures} pictures |");
    println!("|---|---|");
    println!("| Proofup | {ours} |");
    for (reader, count) in readers.iter().zip(&theirs) {
        println!("| {} | {count} |", reader.name());
    }
    for reader in [Reader::Zxing, Reader::Zbar].iter().filter(|reader| !readers.contains(reader)) {
        println!("| {} | not installed: {} |", reader.name(), reader.install());
    }
    println!("\nRead by no reader: {}", if beyond.is_empty() { "none".to_owned() } else { beyond.join("; ") });
    println!(
        "Read by another and not by Proofup: {}\n",
        if behind.is_empty() { "none".to_owned() } else { behind.join("; ") }
    );
    let took = Summary::of(&uhd_milliseconds()).median;
    println!("| a picture of a 4K screen, ms | {took:.0} | ≤ {BAR} | {} |", verdict(took <= BAR));
    Ok(if behind.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn uhd_milliseconds() -> Vec<f64> {
    let picture = uhd();
    let one = |_| {
        let begun = Instant::now();
        drop(texts_in_picture(&picture.file));
        begun.elapsed().as_secs_f64() * 1e3
    };
    (0..RUNS).map(one).collect()
}
