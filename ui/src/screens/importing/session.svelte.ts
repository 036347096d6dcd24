// One file on its way in: what stands in it, how it shall be read, and what that would do.

import { cancelImport, type ChosenFile, commitImport, inspectFile, previewImport, refusal, type Refusal } from "../../ipc";
import type { ColumnInspection } from "../../ipc/generated/ColumnInspection";
import type { ImportOptions } from "../../ipc/generated/ImportOptions";
import type { ImportProgress } from "../../ipc/generated/ImportProgress";
import type { ImportReport } from "../../ipc/generated/ImportReport";
import type { Inspection } from "../../ipc/generated/Inspection";
import type { SheetInspection } from "../../ipc/generated/SheetInspection";

export type ColumnMatch = ColumnInspection & { isChosen: boolean };

export class ImportSession {
  inspection = $state.raw<Inspection | null>(null);
  refused = $state.raw<Refusal | null>(null);
  report = $state.raw<ImportReport | null>(null);
  problem = $state.raw<Refusal | null>(null);
  progress = $state.raw<ImportProgress | null>(null);
  isReading = $state(false);
  isWriting = $state(false);

  sheetName = $state("");
  kind = $state("procurement");
  headerRow = $state<number | null>(null);
  /** Fields a person moved: field → header, empty for none. */
  moved = $state<Record<string, string>>({});
  massUnit = $state("");
  year = $state(0);
  allowsDuplicate = $state(false);

  private turn = 0;

  constructor(
    readonly file: ChosenFile,
    year: number,
  ) {
    this.year = year;
  }

  readonly sheet = $derived<SheetInspection | null>(this.inspection?.sheets.find((one) => one.name === this.sheetName) ?? null);

  readonly options = $derived<ImportOptions>({
    kind: this.kind,
    sheet: this.sheetName || null,
    header_row: this.headerRow,
    columns: { ...this.moved },
    mass_unit: this.massUnit || null,
    mass_basis: null,
    date_order: null,
    decimal: null,
    values: {},
    fixes: [],
    without_mapping: false,
    year: this.year,
    allow_duplicate: this.allowsDuplicate,
  });

  /** Every column with the field it becomes under the options in force. */
  readonly columns = $derived.by<ColumnMatch[]>(() => {
    const mapping = this.report?.columns ?? this.sheet?.columns ?? {};
    const headers = this.headersAt(this.headerRow);
    return headers.map((header) => {
      const field = Object.entries(mapping).find(([, text]) => text === header.header && header.header !== "")?.[0] ?? null;
      const isChosen = field !== null && field in this.moved;
      return { ...header, field, matched: field === header.field || isChosen ? header.matched : field ? "alias" : "none", isChosen };
    });
  });

  /** Why it cannot be written yet, in words; empty when it can. */
  readonly reason = $derived.by(() => {
    if (this.problem) return "Settle the problem above first";
    if (!this.report || this.isReading) return "Reading …";
    if (this.inspection?.imported_before && !this.allowsDuplicate) return "Imported before: tick to import again";
    return this.report.rows_imported === 0 ? "No row can be imported yet" : "";
  });

  private headersAt(row: number | null): ColumnInspection[] {
    const sheet = this.sheet;
    if (!sheet) return [];
    if (row === null || row === sheet.header_row) return sheet.headers;
    const at = sheet.preview.findIndex((one) => one.row === row);
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
      const first = sheets.find((one) => one.visible && one.kind !== "unknown") ?? sheets.find((one) => one.visible) ?? sheets[0];
      if (first) this.takeSheet(first.name);
    } catch (thrown) {
      this.refused = refusal(thrown);
    }
  }

  takeSheet(name: string): void {
    this.sheetName = name;
    this.kind = this.sheet && this.sheet.kind !== "unknown" ? this.sheet.kind : "procurement";
    this.headerRow = this.sheet?.header_row ?? null;
    this.massUnit = "";
    this.startAgain();
  }
  takeKind(kind: string): void {
    this.kind = kind;
    this.startAgain();
  }
  moveHeader(step: number): void {
    this.headerRow = Math.max(1, (this.headerRow ?? this.report?.header_row ?? 1) + step);
    this.startAgain();
  }
  private startAgain(): void {
    this.moved = {};
    this.report = null;
  }

  /** Gives a column another field, or none; the field leaves the column it had. */
  assign(column: ColumnMatch, field: string | null): void {
    const moved = { ...this.moved };
    if (column.field) moved[column.field] = "";
    if (field) moved[field] = column.header;
    this.moved = moved;
  }

  /** Reads again under the options in force. */
  async preview(): Promise<void> {
    const mine = ++this.turn;
    if (this.isReading) await cancelImport().catch(() => undefined);
    this.isReading = true;
    this.problem = null;
    try {
      const report = await previewImport(this.file.file_id, $state.snapshot(this.options), (progress) => {
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
      return await commitImport(this.file.file_id, $state.snapshot(this.options), this.report.plan_hash, (progress) => (this.progress = progress));
    } catch (thrown) {
      this.problem = refusal(thrown);
      return null;
    } finally {
      this.isWriting = false;
      this.progress = null;
    }
  }

  async cancel(): Promise<void> {
    await cancelImport().catch(() => undefined);
  }
}
