// One file on its way in: what stands in it, how it shall be read, and what that would do.

import { cancelImport, type ChosenFile, commitImport, inspectFile, refusal, type Refusal, reviewImport } from "../../ipc";
import type { ColumnInspection } from "../../ipc/generated/ColumnInspection";
import type { ImportOptions } from "../../ipc/generated/ImportOptions";
import type { ImportProgress } from "../../ipc/generated/ImportProgress";
import type { ImportReport } from "../../ipc/generated/ImportReport";
import type { Inspection } from "../../ipc/generated/Inspection";
import type { SheetInspection } from "../../ipc/generated/SheetInspection";
import { int } from "../../lib/format";
import { say } from "../../lib/say.svelte";
import { Corrections } from "./corrections.svelte";
import { type Answers, type Typed, typedInto } from "./typed";

export type ColumnMatch = ColumnInspection & { isChosen: boolean };
/** Surer than this, a sheet and its header need no look. */
const SURE = 70;

export class ImportSession {
  inspection = $state.raw<Inspection | null>(null);
  refused = $state.raw<Refusal | null>(null);
  report = $state.raw<ImportReport | null>(null);
  problem = $state.raw<Refusal | null>(null);
  progress = $state.raw<ImportProgress | null>(null);
  /** What it came to, once it is written. */
  done = $state.raw<ImportReport | null>(null);
  isReading = $state(false);
  isWriting = $state(false);

  sheetName = $state("");
  /** Other sheets of this shape that shall be imported too. */
  also = $state.raw<string[]>([]);
  kind = $state("procurement");
  headerRow = $state<number | null>(null);
  /** Fields a person moved: field → header, empty for none. */
  moved = $state<Record<string, string>>({});
  answers = $state<Answers>({ mass_unit: "", mass_basis: "", date_order: "", decimal: "" });
  /** Question → answer, for what no other choice answers. */
  said = $state<Record<string, string>>({});
  /** Field → word in the file → what a person says it means. */
  values = $state<Record<string, Record<string, string>>>({});
  readonly corrections = new Corrections();
  revision = $state<string | null>(null);
  isWithoutMapping = $state(false);
  year = $state(0);
  allowsDuplicate = $state(false);

  private turn = 0;
  /** Taken for its sheet, beside another one of the same file. */
  private isPicked = false;

  constructor(
    readonly file: ChosenFile,
    year: number,
  ) {
    this.year = year;
  }

  readonly sheet = $derived<SheetInspection | null>(this.inspection?.sheets.find((one) => one.name === this.sheetName) ?? null);

  readonly sheetsAlike = $derived.by(() => {
    const shape = (one: SheetInspection) => one.headers.map((header) => header.header.trim()).join("\n");
    const here = this.sheet;
    if (!here || here.headers.length === 0) return [];
    return (this.inspection?.sheets ?? []).filter((one) => one.visible && one.name !== here.name && shape(one) === shape(here)).map((one) => one.name);
  });

  readonly options = $derived<ImportOptions>({
    kind: this.kind,
    sheet: this.sheetName || null,
    header_row: this.headerRow,
    columns: { ...this.moved },
    mass_unit: this.answers.mass_unit || null,
    mass_basis: this.answers.mass_basis || null,
    date_order: this.answers.date_order || null,
    decimal: this.answers.decimal || null,
    values: $state.snapshot(this.values),
    answers: $state.snapshot(this.said),
    fixes: this.corrections.explained,
    revision: this.revision,
    without_mapping: this.isWithoutMapping,
    year: this.year,
    allow_duplicate: this.allowsDuplicate,
  });

  /** Every column with the field it becomes under the options in force. */
  readonly columns = $derived.by<ColumnMatch[]>(() => {
    const mapping = this.report?.columns ?? this.sheet?.columns ?? {};
    const headers = this.headersAt(this.headerRow);
    return headers.map((header) => {
      const chosen = Object.entries(this.moved).find(([, text]) => text !== "" && text === this.nameOf(header, headers))?.[0];
      const mapped = Object.entries(mapping).find(([, text]) => text === header.header && header.header !== "")?.[0] ?? null;
      const field = chosen ?? (mapped !== null && mapped in this.moved ? null : mapped);
      return { ...header, field, matched: field === header.field || chosen ? header.matched : field ? "alias" : "none", isChosen: chosen !== undefined };
    });
  });

  /** Columns whose match is only a resemblance, until a person has seen them. */
  readonly doubtful = $derived(this.columns.filter((one) => one.field && one.matched === "fuzzy" && !one.isChosen));

  /** Whether sheet and header can be taken without a look. */
  readonly isClear = $derived.by(() => {
    const found = (this.inspection?.sheets ?? []).filter((one) => one.visible && one.kind === this.sheet?.kind);
    if (this.isPicked) return this.headerRow !== null;
    return this.sheet !== null && this.sheet.kind !== "unknown" && this.sheet.confidence >= SURE && found.length === 1;
  });

  /** Why it cannot be written yet, in words; empty when it can. */
  readonly reason = $derived.by(() => {
    if (this.problem) return say("importing-open-problem");
    const report = this.report;
    if (!report || this.isReading) return say("importing-open-reading");
    if (this.inspection?.imported_before && !this.allowsDuplicate) return say("importing-open-before");
    const [open] = this.corrections.unexplained;
    if (open) return open.row === null ? say("importing-open-correction", { seen: open.seen }) : say("importing-open-correction-row", { row: int(open.row) });
    if (report.questions.length > 0) return say("importing-open-questions", { count: report.questions.length });
    if (this.doubtful.length > 0) return say("importing-open-columns", { count: this.doubtful.length });
    if (report.revision && report.revision.choices.length > 0 && !report.revision.choice) return say("importing-open-revision");
    return report.rows_imported === 0 ? say("importing-open-nothing") : "";
  });

  /** How a header is named so that its place is clear. */
  private nameOf(column: ColumnInspection, headers: ColumnInspection[]): string {
    const before = headers.filter((one) => one.index < column.index && one.header.trim() === column.header.trim()).length;
    return before === 0 ? column.header : `${column.header}#${before + 1}`;
  }

  private headersAt(row: number | null): ColumnInspection[] {
    const sheet = this.sheet;
    if (!sheet) return [];
    const at = row === null || row === sheet.header_row ? -1 : sheet.preview.findIndex((one) => one.row === row);
    if (at < 0) return sheet.headers;
    const below = sheet.preview.slice(at + 1, at + 4);
    return (sheet.preview[at]?.cells ?? []).map((header, index) => ({ index, header, samples: below.map((one) => one.cells[index] ?? ""), field: null, matched: "none", confidence: 0 }));
  }

  async inspect(): Promise<void> {
    this.refused = null;
    try {
      const inspection = await inspectFile(this.file.file_id);
      this.inspection = inspection;
      const sheets = inspection.sheets;
      const first = sheets.find((one) => one.visible && one.mapping) ?? sheets.find((one) => one.visible && one.kind !== "unknown") ?? sheets.find((one) => one.visible) ?? sheets[0];
      if (first) this.takeSheet(first.name);
    } catch (thrown) {
      this.refused = refusal(thrown);
    }
  }

  /** Another sheet of the same file, read as the same kind. */
  ofSheet(name: string): ImportSession {
    const other = new ImportSession(this.file, this.year);
    other.inspection = this.inspection;
    other.takeSheet(name);
    other.kind = this.kind;
    other.isPicked = true;
    return other;
  }

  /** What a person typed, as a draft keeps it; nothing where nothing was. */
  readonly typed = $derived.by(() => typedInto(this, this.sheet, this.file.file_name));

  /** Takes up what a draft kept; answers whether its sheet is still there. */
  restore({ file: _, corrections, ...rest }: Typed): boolean {
    if (!this.inspection?.sheets.some((one) => one.name === rest.sheetName)) return false;
    Object.assign(this, rest, { report: null });
    this.corrections.list = corrections;
    return true;
  }

  takeAlso(name: string, isTaken: boolean): void {
    this.also = [...this.also.filter((one) => one !== name), ...(isTaken ? [name] : [])];
  }

  takeSheet(name: string): void {
    this.sheetName = name;
    this.also = [];
    this.kind = this.sheet && this.sheet.kind !== "unknown" ? this.sheet.kind : "procurement";
    this.headerRow = this.sheet?.header_row ?? null;
    this.startAgain();
  }
  takeKind(kind: string): void {
    this.kind = kind;
    this.startAgain();
  }
  takeHeader(row: number): void {
    this.headerRow = row;
    this.startAgain();
  }
  private startAgain(): void {
    this.moved = {};
    this.answers = { mass_unit: "", mass_basis: "", date_order: "", decimal: "" };
    this.said = {};
    this.values = {};
    this.corrections.clear();
    this.report = null;
  }

  /** Gives a column another field, or none; the field leaves the column it had. */
  assign(column: ColumnMatch, field: string | null): void {
    const moved = { ...this.moved };
    if (column.field) moved[column.field] = "";
    if (field) moved[field] = this.nameOf(column, this.headersAt(this.headerRow));
    this.moved = moved;
  }

  mean(field: string, seen: string, means: string): void {
    this.values = { ...this.values, [field]: { ...this.values[field], [seen]: means } };
  }

  async preview(): Promise<void> {
    const mine = ++this.turn;
    if (this.isReading) await cancelImport().catch(() => undefined);
    this.isReading = true;
    this.problem = null;
    try {
      const report = await reviewImport(this.file.file_id, $state.snapshot(this.options), (progress) => {
        if (mine === this.turn) this.progress = progress;
      });
      if (mine === this.turn) this.report = report;
    } catch (thrown) {
      if (mine === this.turn) this.problem = refusal(thrown);
    } finally {
      if (mine === this.turn) {
        this.isReading = false;
        this.progress = null;
      }
    }
  }

  /** Writes what was shown; answers the report, or nothing when it was refused. */
  async commit(): Promise<ImportReport | null> {
    if (!this.report || this.isWriting || this.reason !== "") return null;
    this.turn += 1;
    this.isWriting = true;
    this.problem = null;
    try {
      this.done = await commitImport(this.file.file_id, $state.snapshot(this.options), this.report.plan_hash, (progress) => (this.progress = progress));
      return this.done;
    } catch (thrown) {
      this.problem = refusal(thrown);
      return null;
    } finally {
      this.isWriting = false;
      this.progress = null;
    }
  }

  readonly cancel = () => cancelImport().catch(() => undefined);
}
