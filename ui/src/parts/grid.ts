// The parts of AG Grid in use and its look by our tokens, kept out of the first bundle.

import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  type GridApi,
  type GridOptions,
  InfiniteRowModelModule,
  PinnedRowModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  themeQuartz,
  TooltipModule,
} from "ag-grid-community";

const theme = themeQuartz.withParams({
  backgroundColor: "var(--surface)",
  foregroundColor: "var(--ink)",
  textColor: "var(--ink)",
  accentColor: "var(--accent)",
  borderColor: "var(--line)",
  browserColorScheme: "inherit",
  chromeBackgroundColor: "var(--surface)",
  headerBackgroundColor: "var(--surface)",
  headerTextColor: "var(--ink-3)",
  headerCellHoverBackgroundColor: "var(--hover)",
  headerFontWeight: 500,
  headerFontSize: 12,
  headerColumnResizeHandleColor: "transparent",
  fontFamily: "inherit",
  fontSize: 12,
  dataFontSize: 12,
  iconSize: 13,
  oddRowBackgroundColor: "var(--surface)",
  rowHoverColor: "var(--hover)",
  selectedRowBackgroundColor: "var(--sel)",
  pinnedRowBorder: "solid 1px var(--line-2)",
  headerRowBorder: "solid 1px var(--line-2)",
  rowBorder: "solid 1px var(--line)",
  columnBorder: false,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 8,
  spacing: 6,
});

const modules = [
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  PinnedRowModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
];

export function grid<Row>(box: HTMLElement, options: GridOptions<Row>): GridApi<Row> {
  return createGrid(box, { theme, ...options }, { modules });
}
