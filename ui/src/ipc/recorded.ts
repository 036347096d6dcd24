// A host without Rust, for browsers and tests: one recorded answer per command, from tests/answers.

import type { ImportOptions } from "./generated/ImportOptions";
import type { ImportReport } from "./generated/ImportReport";
import type { LinesPage } from "./generated/LinesPage";
import type { ClaimFinding } from "./generated/ClaimFinding";
import type { LinesQuery } from "./generated/LinesQuery";
import type { OverviewView } from "./generated/OverviewView";
import type { LotDetail } from "./generated/LotDetail";
import type { LotsPage } from "./generated/LotsPage";
import type { LotsQuery } from "./generated/LotsQuery";
import type { PlanRequest } from "./generated/PlanRequest";
import type { PlanView } from "./generated/PlanView";
import type { ReviewPage } from "./generated/ReviewPage";
import type { ReviewQuery } from "./generated/ReviewQuery";
import type { ReviewRow } from "./generated/ReviewRow";
import type { HistoryPage } from "./generated/HistoryPage";
import type { HistoryQuery } from "./generated/HistoryQuery";
import { type Host, Refusal } from "./host";
import type { AppStatus } from "./status";

const files = import.meta.glob("../../../tests/answers/*.json", { eager: true, import: "default" });

function answer<T>(command: string): T {
  const found = files[`../../../tests/answers/${command}.json`];
  if (found === undefined) throw new Refusal("not_recorded", `No answer is recorded for ${command}.`);
  return structuredClone(found) as T;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Cycles through the recorded lines so that paging has something to page. */
function page(query: LinesQuery): LinesPage {
  const { total, totals, lines } = answer<LinesPage>("lines_page");
  const wanted = lines.filter((line) => !query.search || (line.item ?? "").toLowerCase().includes(query.search.toLowerCase()));
  const isAll = wanted.length === lines.length;
  const rows = isAll ? total : wanted.length;
  const length = Math.max(0, Math.min(query.limit, rows - query.offset));
  const at = (index: number) => wanted[(query.offset + index) % wanted.length]!;
  return { total: rows, totals: isAll ? totals : totals && { ...totals, lines: rows }, lines: Array.from({ length }, (_, index) => ({ ...at(index), id: query.offset + index + 1 })) };
}

function lotsPage(query: LotsQuery): LotsPage {
  const page = answer<LotsPage>("lots_page");
  const isAsked = (text: string | null) => !query.search || (text ?? "").toLowerCase().includes(query.search.toLowerCase());
  const wanted = page.lots.filter((lot) => (!query.class || lot.class === query.class) && (!query.origin || lot.origin === query.origin) && (!query.lacks_ownership || lot.lacks_ownership) && isAsked(lot.lot_id));
  return { ...page, total: wanted.length, lots: wanted.slice(query.offset, query.offset + query.limit) };
}

function lotDetail(lotId: string): LotDetail {
  const recorded = answer<LotDetail>("lot");
  const other = answer<LotsPage>("lots_page").lots.find((one) => one.lot_id === lotId);
  if (!other || recorded.lot.lot_id === lotId) return recorded;
  return { ...recorded, lot: other, events: [], ranges: [], evidence: [], split_from: [] };
}

/** Which rows each filter of a review lets through. */
const lets: Record<string, (row: ReviewRow) => boolean> = {
  all: () => true,
  problems: (row) => row.issues.some((one) => one.severity !== "informs"),
  skipped: (row) => row.fate === "skipped",
  corrected: (row) => row.issues.some((one) => one.code === "cell_fixed"),
};

function reviewPage(query: ReviewQuery): ReviewPage {
  const recorded = ["", "_problems", "_corrected"].find((kind) => answer<ImportReport>(`review_import${kind}`).plan_hash === query.plan_hash) ?? "";
  const { headers, rows } = answer<ReviewPage>(`review_page${recorded}`);
  const wanted = rows.filter(lets[query.filter] ?? (() => false));
  return { headers, total: wanted.length, rows: wanted.slice(query.offset, query.offset + query.limit) };
}

function historyPage(query: HistoryQuery): HistoryPage {
  const page = answer<HistoryPage>("history");
  const wanted = page.events.filter((event) => !query.search || JSON.stringify(event).toLowerCase().includes(query.search.toLowerCase()));
  return { ...page, total: wanted.length, events: wanted.slice(query.offset, query.offset + query.limit) };
}

async function importing(progress: ((message: unknown) => void) | undefined, command: string, recorded = command): Promise<unknown> {
  const steps = command === "commit_import" ? 8 : 2;
  for (let step = 1; step <= steps; step += 1) {
    progress?.({ step: command === "commit_import" ? "writing" : "reading", rows_done: step * 600, rows_total: steps * 600, rows_per_second: 41_000 });
    await wait(40);
  }
  return answer(recorded);
}

/** `scene` picks another beginning: `first-run`, `refused`, `empty`, `read-only`, `damaged`, `changed` after it was
 * verified, open `elsewhere`, `tampered` with, `problems` in the file that is imported, or
 * several `entities`. */
export function recorded(scene: string, locale: string | null): Host {
  let hasWorkspace = scene !== "first-run" && scene !== "damaged";
  let asked = 0;
  return {
    async call(command, args, progress) {
      await wait(5);
      switch (command) {
        case "app_status": {
          const status = answer<AppStatus>(command);
          if (locale) status.locale = locale;
          if (!hasWorkspace) status.workspace = null;
          else if (scene === "empty" && status.workspace) status.workspace.is_empty = true;
          else if (scene === "read-only" && status.workspace) status.workspace.read_only = answer<string>("read_only");
          if (scene === "changed" && status.workspace && asked > 0) Object.assign(status.workspace, { events: 36, chain_head: "36".padStart(64, "0") });
          if (scene === "elsewhere") Object.assign(status, { also_open: { by: "Ada Lund", host: "harbour-7", since: "2026-06-16 09:05" }, shared_folder: "synced" });
          if (scene === "entities" && status.workspace) status.workspace.entities = answer<OverviewView>("overview_entities").requirement.by_entity.flatMap((one) => one.entity ?? []).sort();
          asked += 1;
          if (scene === "damaged" && !hasWorkspace) status.refused = answer("refused_workspace");
          return status;
        }
        case "open_sample":
        case "open_workspace":
        case "new_workspace":
        case "new_workspace_at":
        case "restore_snapshot":
          hasWorkspace = true;
          return answer("open_sample");
        case "overview":
          if (scene === "entities") return answer(args.entity ? "overview_entity" : "overview_entities");
          return answer(`../../../tests/answers/overview_${args.year}.json` in files ? `overview_${args.year}` : command);
        case "lines_page":
          return page(args.query as LinesQuery);
        case "lots_page":
          return lotsPage(args.query as LotsQuery);
        case "lot":
          return lotDetail(String(args.lotId));
        case "review_page":
          return reviewPage(args.query as ReviewQuery);
        case "review_import":
          if (scene !== "problems") return importing(progress, command);
          return importing(progress, command, (args.options as ImportOptions).fixes.length > 0 ? "review_import_corrected" : "review_import_problems");
        case "commit_import":
          return importing(progress, command);
        case "inspect_file":
          if (scene === "problems") return answer("inspect_file_problems");
          if (scene === "refused") throw answer<{ error: Refusal }>("inspect_file_refused").error;
          return answer(command);
        case "verify":
          return answer(scene === "tampered" ? "verify_problems" : command);
        case "lint_claim":
          return answer<ClaimFinding[]>(command).filter((finding) => String(args.text).includes(finding.word));
        case "plan": {
          const { scenario } = args.request as PlanRequest;
          return answer<PlanView[]>("compare_plans").find((one) => one.scenario === scenario) ?? answer(command);
        }
        case "name_plan":
        case "adopt_plan":
        case "refresh_plan":
        case "delete_plan":
          return answer("keep_plan");
        case "place_order":
        case "deliver_order":
        case "expect_order":
        case "cancel_order":
        case "attach_to_order":
          return answer("orders");
        case "save_disclosure_inputs":
          return answer("disclosure_inputs");
        case "import_factors":
        case "undo_factors":
        case "save_emission_settings":
          return answer("factor_sets");
        case "remove_energy":
          return answer("add_energy");
        case "save_entity":
        case "remove_entity":
          return answer("entities");
        case "save_coverage_target":
          return answer("coverage_target");
        case "save_settings":
          return args.settings;
        case "export_mapping":
          return { files: [{ file_name: "mapping.json" }], chain_head: null };
        case "export_lines":
        case "export_table": {
          const name = command === "export_lines" ? "Lines 2025" : (args.table as { name: string }).name;
          (globalThis as { saved?: unknown }).saved = args;
          return [{ file_id: "file-9", file_name: `${name}.${String(args.format)}`, bytes: 1, sha256: "" }];
        }
        case "save_draft":
          localStorage.setItem("recorded.draft", JSON.stringify({ files: [{ file_id: "file-1", file_name: "german_semicolon.csv" }], names: ["german_semicolon.csv"], content: args.content }));
          return null;
        case "draft":
          return JSON.parse(localStorage.getItem("recorded.draft") ?? "null");
        case "discard_draft":
          localStorage.removeItem("recorded.draft");
          return null;
        case "person":
          return localStorage.getItem("recorded.person") ?? "";
        case "set_person":
          localStorage.setItem("recorded.person", String(args.name));
          return null;
        case "recent_workspaces":
          return [{ file: { file_id: "file-7", file_name: "group.itec" }, folder: "/home/larkmoor/Documents" }];
        case "open_recent":
          return answer("open_sample");
        case "save_copy":
          return [{ file_id: "file-8", file_name: "larkmoor copy.itec", bytes: 1, sha256: "" }];
        case "history":
          return historyPage(args.query as HistoryQuery);
        case "note_shipment":
        case "cancel_import":
        case "show_file":
        case "show_workspace":
        case "show_earlier_copy":
          return null;
        default:
          return answer(command);
      }
    },
    listen() {},
    title() {},
    enlarge(percent) {
      document.documentElement.style.setProperty("zoom", String(percent / 100));
    },
  };
}
