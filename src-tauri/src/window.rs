//! The one window: where its page may go (nowhere), and files dropped onto it.

use anyhow::Context;
use serde::Serialize;
use tauri::webview::{NewWindowResponse, WebviewWindowBuilder};
use tauri::{App, DragDropEvent, Emitter, Manager, Url, Window, WindowEvent, Wry};

use crate::state::AppState;

/// Opens the window described in `tauri.conf.json` with every way out of the page shut.
pub fn open(app: &App) -> anyhow::Result<()> {
    let config = app.config().app.windows.first().context("tauri.conf.json describes no window")?;
    let window = WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_own_page)
        .on_new_window(|_url, _features| NewWindowResponse::Deny)
        .on_download(|_webview, _event| false)
        .devtools(cfg!(debug_assertions));
    record_for_tests(window).build()?;
    Ok(())
}

type WindowBuilder<'a> = WebviewWindowBuilder<'a, Wry, App>;

/// In debug builds driven by a test, the page notes its errors and what its policy refused.
fn record_for_tests(window: WindowBuilder<'_>) -> WindowBuilder<'_> {
    if cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some() {
        return window.initialization_script(include_str!("record.js"));
    }
    window
}

/// The page shipped with the app: `tauri://localhost`, and `http://tauri.localhost` on Windows.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Files held over the window, and dropped on it: `file_hover true|false`, `files_dropped [{file_id, file_name}]`.
pub fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    match event {
        DragDropEvent::Enter { .. } => tell(window, "file_hover", true),
        DragDropEvent::Drop { paths, .. } => {
            tell(window, "file_hover", false);
            let files = &window.state::<AppState>().files;
            let dropped = paths.iter().filter(|path| path.is_file());
            let dropped: Vec<_> = dropped.map(|path| files.remember(path.clone())).collect();
            tell(window, "files_dropped", dropped);
        }
        DragDropEvent::Leave => tell(window, "file_hover", false),
        _ => {}
    }
}

fn tell(window: &Window, event: &str, news: impl Serialize + Clone) {
    if let Err(error) = window.emit(event, news) {
        eprintln!("the page was not told of {event}: {error}");
    }
}
