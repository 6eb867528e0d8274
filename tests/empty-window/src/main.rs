//! An empty Tauri window, with which the app's figures are compared.

use std::time::Instant;

struct Started(Instant);

/// Prints how long after the start of the process the page was usable.
#[tauri::command]
fn page_usable(started: tauri::State<'_, Started>) {
    eprintln!("usable {}", started.0.elapsed().as_millis());
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .manage(Started(Instant::now()))
        .invoke_handler(tauri::generate_handler![page_usable])
        .run(tauri::generate_context!())
}
