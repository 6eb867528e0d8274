// The same signal that the app gives when its first page can be used.
requestAnimationFrame(() => window.__TAURI_INTERNALS__.invoke("page_usable"));
