// Everything the app can ask its core for, typed. The only door to the host.

import * as commands from "./generated/commands";
import type { LinesQuery } from "./generated/LinesQuery";
import type { TableRequest } from "./generated/TableRequest";
import { listen, title } from "./host";
import type { ChosenFile } from "./status";

export * from "./generated/commands";
export { Refusal, refusal } from "./host";
export { connect } from "./connect";
export { enlarge } from "./host";
export type { AppStatus, ChosenFile, DraftView, RecentWorkspace, SavedFile } from "./status";

export type ReportFormat = "xlsx" | "pdf" | "csv" | "json" | "zip";
export const exportDisclosure = (year: number, formats: ReportFormat[], isFinal: boolean, version: number | null) => commands.exportDisclosure(year, formats, isFinal, version);

export type TableFormat = "xlsx" | "csv";
export const exportLines = (query: LinesQuery, format: TableFormat) => commands.exportLines(query, format);
export const exportTable = (table: TableRequest, format: TableFormat) => commands.exportTable(table, format);

/** Names the window. */
export const nameWindow = (text: string) => title(text);

export const onFilesDropped = (heard: (files: ChosenFile[]) => void) => listen<ChosenFile[]>("files_dropped", heard);
export const onFileHover = (heard: (isOver: boolean) => void) => listen<boolean>("file_hover", heard);
