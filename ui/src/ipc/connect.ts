// Chooses the host once, at start.

import { setHost } from "./host";
import { tauri } from "./tauri";

export async function connect(): Promise<void> {
  if ("__TAURI_INTERNALS__" in window) {
    setHost(tauri);
    return;
  }
  const query = new URLSearchParams(location.search);
  if (!query.has("recorded")) return;
  const { recorded } = await import("./recorded");
  setHost(recorded(query.get("recorded") ?? "", query.get("locale")));
}
