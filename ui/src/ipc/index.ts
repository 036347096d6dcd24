// Everything the app can ask its core for, typed. The only door to the host.

import type { ChecksView } from "./generated/ChecksView";
import type { ClaimFinding } from "./generated/ClaimFinding";
import type { ClaimView } from "./generated/ClaimView";
import type { DisclosureView } from "./generated/DisclosureView";
import type { DispositionsView } from "./generated/DispositionsView";
import type { EmissionSettings } from "./generated/EmissionSettings";
import type { EmissionsView } from "./generated/EmissionsView";
import type { EnergyRequest } from "./generated/EnergyRequest";
import type { EnergyView } from "./generated/EnergyView";
import type { EntitiesView } from "./generated/EntitiesView";
import type { EntityRequest } from "./generated/EntityRequest";
import type { Exported } from "./generated/Exported";
import type { FactorSetsView } from "./generated/FactorSetsView";
import type { FactorsView } from "./generated/FactorsView";
import type { FigureTrace } from "./generated/FigureTrace";
import type { ImportOptions } from "./generated/ImportOptions";
import type { ImportProgress } from "./generated/ImportProgress";
import type { ImportReport } from "./generated/ImportReport";
import type { ImportSummary } from "./generated/ImportSummary";
import type { Inspection } from "./generated/Inspection";
import type { DeviceView } from "./generated/DeviceView";
import type { DeviceWithdrawn } from "./generated/DeviceWithdrawn";
import type { WorkItem } from "./generated/WorkItem";
import type { LineChoices } from "./generated/LineChoices";
import type { LineEditRequest } from "./generated/LineEditRequest";
import type { LineEditView } from "./generated/LineEditView";
import type { LinesEdited } from "./generated/LinesEdited";
import type { RecognisedAgain } from "./generated/RecognisedAgain";
import type { LinesPage } from "./generated/LinesPage";
import type { LinesQuery } from "./generated/LinesQuery";
import type { LineTrace } from "./generated/LineTrace";
import type { LotDetail } from "./generated/LotDetail";
import type { LotsPage } from "./generated/LotsPage";
import type { LotsQuery } from "./generated/LotsQuery";
import type { LotsSummary } from "./generated/LotsSummary";
import type { EvidenceRequest } from "./generated/EvidenceRequest";
import type { MappingView } from "./generated/MappingView";
import type { MoneyView } from "./generated/MoneyView";
import type { OverviewView } from "./generated/OverviewView";
import type { Purchased } from "./generated/Purchased";
import type { PurchaseRequest } from "./generated/PurchaseRequest";
import type { QuestionView } from "./generated/QuestionView";
import type { RequirementView } from "./generated/RequirementView";
import type { RetirementProposal } from "./generated/RetirementProposal";
import type { RetirementRequest } from "./generated/RetirementRequest";
import type { RetirementView } from "./generated/RetirementView";
import type { ReviewPage } from "./generated/ReviewPage";
import type { ReviewQuery } from "./generated/ReviewQuery";
import type { Settings } from "./generated/Settings";
import type { SignatureView } from "./generated/SignatureView";
import type { Undone } from "./generated/Undone";
import type { Verification } from "./generated/Verification";
import type { WeightGiven } from "./generated/WeightGiven";
import type { WeightsApplied } from "./generated/WeightsApplied";
import type { WorkspaceStatus } from "./generated/WorkspaceStatus";
import type { Adjusted } from "./generated/Adjusted";
import type { AdjustmentRequest } from "./generated/AdjustmentRequest";
import type { Attached } from "./generated/Attached";
import type { ExportedFile } from "./generated/ExportedFile";
import type { HistoryPage } from "./generated/HistoryPage";
import type { HistoryQuery } from "./generated/HistoryQuery";
import type { TableRequest } from "./generated/TableRequest";
import type { Moved } from "./generated/Moved";
import type { MovementRequest } from "./generated/MovementRequest";
import type { ReversalView } from "./generated/ReversalView";
import type { SplitView } from "./generated/SplitView";
import type { YearLock } from "./generated/YearLock";
import type { YearStatus } from "./generated/YearStatus";
import type { DeliveryRequest } from "./generated/DeliveryRequest";
import type { OrderRequest } from "./generated/OrderRequest";
import type { OrdersView } from "./generated/OrdersView";
import type { PlanActual } from "./generated/PlanActual";
import type { PlanOutlook } from "./generated/PlanOutlook";
import type { PlanRequest } from "./generated/PlanRequest";
import type { PlanView } from "./generated/PlanView";
import type { ScenarioView } from "./generated/ScenarioView";
import type { HitView } from "./generated/HitView";
import type { ReconciliationView } from "./generated/ReconciliationView";
import type { InputView } from "./generated/InputView";
import type { TargetRequest } from "./generated/TargetRequest";
import type { TargetView } from "./generated/TargetView";
import type { YearsView } from "./generated/YearsView";
import { call, listen, title } from "./host";
import type { AppStatus, ChosenFile, DraftView, RecentWorkspace, SavedFile } from "./status";

export { Refusal, refusal } from "./host";
export { connect } from "./connect";
export { enlarge } from "./host";
export type { AppStatus, ChosenFile, DraftView, RecentWorkspace, SavedFile } from "./status";

type Progress = (message: ImportProgress) => void;

export const appStatus = () => call<AppStatus>("app_status");
export const openSample = () => call<WorkspaceStatus>("open_sample");
export const openWorkspace = () => call<WorkspaceStatus | null>("open_workspace");
export const restoreSnapshot = () => call<WorkspaceStatus | null>("restore_snapshot");
export const showEarlierCopy = () => call<void>("show_earlier_copy");
export const newWorkspace = () => call<WorkspaceStatus | null>("new_workspace");

export const money = (year: number) => call<MoneyView>("money", { year });
export const overview = (year: number, entity: string | null) => call<OverviewView>("overview", { year, entity });
export const years = (entity: string | null) => call<YearsView>("years", { entity });
export const requirement = (year: number, entity: string | null = null) => call<RequirementView>("requirement", { year, entity });

export const linesPage = (query: LinesQuery) => call<LinesPage>("lines_page", { query });
export const lineTrace = (id: number) => call<LineTrace>("line_trace", { id });
export const giveWeights = (weights: WeightGiven[]) => call<WeightsApplied>("give_weights", { weights });

export const imports = (year: number | null) => call<ImportSummary[]>("imports", { year });
export const undoImport = (importId: string) => call<Undone>("undo_import", { importId });
export const chooseFiles = () => call<ChosenFile[]>("choose_files");
export const chooseFolder = () => call<ChosenFile[]>("choose_folder");
export const inspectFile = (fileId: string) => call<Inspection>("inspect_file", { fileId });
export const reviewImport = (fileId: string, options: ImportOptions, progress: Progress) =>
  call<ImportReport>("review_import", { fileId, options }, progress);
export const reviewPage = (query: ReviewQuery) => call<ReviewPage>("review_page", { query });
export const saveErrorWorkbook = (fileId: string, options: ImportOptions) => call<Exported | null>("save_error_workbook", { fileId, options });
export const commitImport = (fileId: string, options: ImportOptions, planHash: string, progress: Progress) =>
  call<ImportReport>("commit_import", { fileId, options, planHash }, progress);
export const cancelImport = () => call<void>("cancel_import");
export const saveTemplate = () => call<Exported | null>("save_template");
export const mappings = () => call<MappingView[]>("mappings");
export const exportMapping = (number: number) => call<Exported | null>("export_mapping", { number });
export const importMapping = () => call<MappingView | null>("import_mapping");

export const dispositions = (year: number, entity: string | null) => call<DispositionsView>("dispositions", { year, entity });

export const noteShipment = (shipment: string, note: string | null, askOn: string | null) => call<void>("note_shipment", { shipment, note, askOn });

export const lotsSummary = () => call<LotsSummary>("lots_summary");
export const lotsPage = (query: LotsQuery) => call<LotsPage>("lots_page", { query });
export const lot = (lotId: string) => call<LotDetail>("lot", { lotId });
export const purchase = (request: PurchaseRequest) => call<Purchased>("purchase", { request });
export const proposeRetirement = (request: RetirementRequest) => call<RetirementProposal>("propose_retirement", { request });
export const retire = (request: RetirementRequest) => call<RetirementView>("retire", { request });

export const moveUnits = (lotId: string, quantity: number, movement: MovementRequest, on: string | null) => call<Moved>("move_units", { lotId, quantity, movement, on });
export const splitLot = (lotId: string, at: number, on: string | null) => call<SplitView>("split_lot", { lotId, at, on });
export const adjustLot = (request: AdjustmentRequest) => call<Adjusted>("adjust_lot", { request });
export const attach = (id: string, request: EvidenceRequest) => call<Attached | null>("attach", { id, request });
export const saveDocument = (sha256: string, fileName: string) => call<ExportedFile | null>("save_document", { sha256, fileName });
export const retirements = () => call<RetirementView[]>("retirements");
export const reverseRetirement = (retirementId: string, evidence: string, on: string | null) => call<ReversalView>("reverse_retirement", { retirementId, evidence, on });
export const history = (query: HistoryQuery) => call<HistoryPage>("history", { query });
export const reconcile = () => call<ReconciliationView | null>("reconcile");
export const search = (text: string) => call<HitView[]>("search", { text });
export const lockYear = (year: number) => call<YearLock>("lock_year", { year });
export const unlockYear = (year: number, because: string) => call<YearStatus>("unlock_year", { year, because });

export const disclosure = (year: number) => call<DisclosureView>("disclosure", { year });
export const checks = (year: number, under: string | null) => call<ChecksView>("checks", { year, under });
export const answerQuestion = (question: string, country: string | null, answer: string) => call<QuestionView[]>("answer_question", { question, country, answer });
export const lintClaim = (text: string) => call<ClaimFinding[]>("lint_claim", { text });
export const saveClaim = (year: number, text: string) => call<ClaimView>("save_claim", { year, text });
export type ReportFormat = "xlsx" | "pdf" | "csv" | "json" | "zip";
export const exportDisclosure = (year: number, formats: ReportFormat[], isFinal = false, version: number | null = null) =>
  call<SavedFile[] | null>("export_disclosure", { year, formats, isFinal, version });
export const disclosureInputs = (year: number) => call<InputView[]>("disclosure_inputs", { year });
export const saveDisclosureInputs = (year: number, inputs: Record<string, string>) => call<InputView[]>("save_disclosure_inputs", { year, inputs });
export const exportRetirement = (retirementId: string) => call<SavedFile[] | null>("export_retirement", { retirementId });
export const showFile = (fileId: string) => call<void>("show_file", { fileId });
export const signReport = (year: number, role: string, by: string, comment: string | null, figuresSha256: string | null) =>
  call<SignatureView[]>("sign_report", { year, role, by, comment, figuresSha256 });
export const traceFigure = (figure: string) => call<FigureTrace>("trace_figure", { figure });

export const emissions = (year: number) => call<EmissionsView>("emissions", { year });
export const factorSets = () => call<FactorSetsView>("factor_sets");
export const factors = (set: string | null, search: string) => call<FactorsView>("factors", { set, search });
export const importFactors = () => call<FactorSetsView | null>("import_factors");
export const undoFactors = (id: string) => call<FactorSetsView>("undo_factors", { id });
export const saveEmissionSettings = (request: Partial<EmissionSettings>) => call<FactorSetsView>("save_emission_settings", { request });
export const addEnergy = (request: EnergyRequest) => call<EnergyView[]>("add_energy", { request });
export const removeEnergy = (year: number, position: number) => call<EnergyView[]>("remove_energy", { year, position });

export const plan = (request: PlanRequest) => call<PlanView>("plan", { request });
export const planOutlook = (request: PlanRequest) => call<PlanOutlook>("plan_outlook", { request });
export const planActual = () => call<PlanActual>("plan_actual");
export const comparePlans = (entity: string | null) => call<PlanView[]>("compare_plans", { entity });
export const keepPlan = (name: string, drivers: Record<string, string>, isNew: boolean) => call<ScenarioView[]>("keep_plan", { name, drivers, isNew });
export const namePlan = (name: string, changed: string, isCopy: boolean) => call<ScenarioView[]>("name_plan", { name, new: changed, isCopy });
export const adoptPlan = (name: string) => call<ScenarioView[]>("adopt_plan", { name });
export const refreshPlan = (name: string) => call<ScenarioView[]>("refresh_plan", { name });
export const deletePlan = (name: string) => call<ScenarioView[]>("delete_plan", { name });
export const exportPlan = (request: PlanRequest) => call<SavedFile[] | null>("export_plan", { request });
export const orders = () => call<OrdersView>("orders");
export const placeOrder = (request: OrderRequest) => call<OrdersView>("place_order", { request });
export const deliverOrder = (request: DeliveryRequest) => call<OrdersView>("deliver_order", { request });
export const expectOrder = (id: string, on: string) => call<OrdersView>("expect_order", { id, on });
export const attachToOrder = (id: string) => call<OrdersView | null>("attach_to_order", { id });
export const cancelOrder = (id: string, because: string) => call<OrdersView>("cancel_order", { id, because });
export const saveImage = (fileName: string, content: number[]) => call<SavedFile[] | null>("save_image", { fileName, content });

export const lineChoices = () => call<LineChoices>("line_choices");
export const editLines = (request: LineEditRequest) => call<LinesEdited>("edit_lines", { request });
export const lineEdits = () => call<LineEditView[]>("line_edits");
export const undoLineEdit = (edit: number) => call<LinesEdited>("undo_line_edit", { edit });
export const recogniseAgain = (because: string | null) => call<RecognisedAgain>("recognise_again", { because });

export const workList = (year: number) => call<WorkItem[]>("work_list", { year });
export const catalogue = () => call<DeviceView[]>("catalogue");
export const withdrawDevice = (id: number) => call<DeviceWithdrawn>("withdraw_device", { id });

export type TableFormat = "xlsx" | "csv";
export const exportLines = (query: LinesQuery, format: TableFormat) => call<SavedFile[] | null>("export_lines", { query, format });
export const exportTable = (table: TableRequest, format: TableFormat) => call<SavedFile[] | null>("export_table", { table, format });

export const saveDraft = (fileIds: string[], content: string) => call<void>("save_draft", { fileIds, content });
export const draft = () => call<DraftView | null>("draft");
export const discardDraft = () => call<void>("discard_draft");

export const recentWorkspaces = () => call<RecentWorkspace[]>("recent_workspaces");
export const newWorkspaceAt = (name: string) => call<WorkspaceStatus | null>("new_workspace_at", { name });
export const openRecent = (fileId: string) => call<WorkspaceStatus>("open_recent", { fileId });
export const saveCopy = () => call<SavedFile[] | null>("save_copy");
export const showWorkspace = () => call<void>("show_workspace");
export const person = () => call<string>("person");
export const setPerson = (name: string) => call<void>("set_person", { name });

export const settings = () => call<Settings>("settings");
export const saveSettings = (changed: Settings) => call<Settings>("save_settings", { settings: changed });
export const coverageTarget = () => call<TargetView>("coverage_target");
export const saveCoverageTarget = (request: TargetRequest) => call<TargetView>("save_coverage_target", { request });
export const entities = () => call<EntitiesView>("entities");
export const saveEntity = (request: EntityRequest) => call<EntitiesView>("save_entity", { request });
export const removeEntity = (name: string) => call<EntitiesView>("remove_entity", { name });
export const verify = () => call<Verification>("verify");

/** Names the window. */
export const nameWindow = (text: string) => title(text);

export const onFilesDropped = (heard: (files: ChosenFile[]) => void) => listen<ChosenFile[]>("files_dropped", heard);
export const onFileHover = (heard: (isOver: boolean) => void) => listen<boolean>("file_hover", heard);
