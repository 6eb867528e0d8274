//! A gallery of QR codes as people photograph and print them. `make bench` reads it with other libraries too.

use std::collections::BTreeSet;
use std::sync::Mutex;

use proofup_qr_gallery::{Picture, gallery};
use proofup_token_files::texts_in_picture;

/// Pictures that no tried library can read. All others must be read.
const BEYOND: &[&str] = &[
    "leaning 0.0012, 8 px",
    "zoom 1.1 px, nearest",
    "zoom 1.1 px, sharp",
    "zoom 1.1 px, smooth",
    "zoom 1.25 px, smooth",
];

fn is_read(picture: &Picture) -> bool {
    let Ok(found) = texts_in_picture(&picture.file) else { return false };
    let found: BTreeSet<&str> = found.iter().map(|text| text.as_str()).collect();
    found == picture.texts.iter().map(String::as_str).collect()
}

#[test]
fn reads_the_gallery() {
    let (pictures, unread) = (Mutex::new(gallery()), Mutex::new(Vec::new()));
    let next = || pictures.lock().unwrap().next();
    let seen = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(picture) = next() {
                    seen.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    if !is_read(&picture) {
                        unread.lock().unwrap().push(picture.name);
                    }
                }
            });
        }
    });
    let mut unread = unread.into_inner().unwrap();
    unread.sort_unstable();
    assert!(seen.into_inner() >= 200);
    let mut beyond = BEYOND.to_vec();
    beyond.sort_unstable();
    assert_eq!(unread, beyond, "left: pictures that were not read; right: pictures known to be unreadable");
}

#[test]
fn the_gallery_has_each_picture_once_and_draws_it_the_same_every_time() {
    let mut names: Vec<_> = gallery().map(|picture| picture.name).collect();
    names.sort_unstable();
    let twice: Vec<_> = names.windows(2).filter(|two| two[0] == two[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let noise = |picture: &Picture| picture.name.starts_with("noise");
    let (first, second) = (gallery().find(noise).unwrap(), gallery().find(noise).unwrap());
    assert_eq!(first.file, second.file);
}
