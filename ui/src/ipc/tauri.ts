// The real host: Rust behind Tauri.

import { Channel, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";
import type { Host } from "./host";

export const tauri: Host = {
  call(command, args, progress) {
    if (!progress) return invoke(command, args);
    const channel = new Channel<unknown>();
    channel.onmessage = progress;
    return invoke(command, { ...args, progress: channel });
  },
  title(text) {
    void getCurrentWindow().setTitle(text);
  },
  enlarge(percent) {
    void getCurrentWebview().setZoom(percent / 100);
  },
  listen(event, heard) {
    void listen(event, ({ payload }) => heard(payload));
  },
};
