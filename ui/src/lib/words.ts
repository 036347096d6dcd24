// The words of the domain as a person reads them, by the code word on the wire.

export type Fill = "solid" | "diagonal" | "dots" | "stripes" | "vertical" | "cross" | "unknown" | "ink" | "plain" | "soft";
export type Tone = "neutral" | "accent" | "warm" | "danger" | "plum" | "steel" | "line" | "solid";

/** Meaning of a pattern, the same on every chart. */
export const fills = {
  retired: "solid",
  own: "diagonal",
  held: "dots",
  reserved: "dots",
  to_buy: "stripes",
  listed: "vertical",
  expired: "cross",
  transferred: "unknown",
  cancelled: "unknown",
} as const satisfies Record<string, Fill>;

const categories: Record<string, string> = {
  laptop: "Laptops",
  desktop: "Desktops",
  workstation: "Workstations",
  monitor: "Monitors",
  server: "Servers",
  storage: "Storage",
  network: "Network",
  thin_client: "Thin clients",
  tablet: "Tablets",
  smartphone: "Smartphones",
  printer: "Printers",
  drive: "Drives",
  accessory: "Accessories",
  peripheral: "Peripherals",
  switch: "Switches",
  router: "Routers",
  access_point: "Access points",
  firewall: "Firewalls",
  blade: "Blades",
  mobile_workstation: "Mobile workstations",
  handheld: "Handhelds",
  nas: "NAS",
  ups: "UPS",
  pdu: "PDUs",
  rack: "Racks",
  dock: "Docks",
  keyboard: "Keyboards",
  mouse: "Mice",
  headset: "Headsets",
  webcam: "Webcams",
  phone: "Desk phones",
  pos: "Points of sale",
  console_kvm: "Consoles and KVM",
  label_printer: "Label printers",
  projector: "Projectors",
};

function spelled(key: string): string {
  const text = key.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function category(key: string | null): string {
  return key ? (categories[key] ?? spelled(key)) : "Unclassified";
}

export const conditions: Record<string, { text: string; tone: Tone }> = {
  new: { text: "New", tone: "line" },
  refurbished: { text: "Refurb.", tone: "accent" },
  used: { text: "Used", tone: "steel" },
  unknown: { text: "Unknown", tone: "warm" },
};

export const weightSources: Record<string, string> = {
  row: "Row",
  catalogue: "Catalogue",
  own_average: "Own average",
  default: "Default",
  unresolved: "No weight",
};

/** How a weight was found, the first that applies. */
export const tiers: Record<string, string> = {
  row: "Row",
  catalogue: "Catalogue",
  given: "By hand",
  table: "Device table",
  family: "Family",
  own_average: "Own average",
  default: "Class",
  last_resort: "Wide class",
  unresolved: "No weight",
};

export const outcomes: Record<string, string> = {
  reused: "Reused",
  refurbished: "Refurbished",
  parts: "Parts",
  material: "Material",
  residual: "Residual",
  unknown: "Unknown",
};

export const origins: Record<string, string> = { purchased: "Bought", self_generated: "Own", transferred_in: "Moved in" };

export const kinds: Record<string, string> = {
  procurement: "Procurement",
  dispositions: "Retired assets",
  certificates: "Certificates",
  catalogue: "Device weights",
  orders: "Orders",
  weights: "Weights given",
};

const fieldNames: Record<string, string> = {
  mass: "Line mass",
  tco2e: "tCO2e",
  item: "Item",
  expires_on: "Usable until",
  factor_kgco2e: "Factor, kgCO2e",
  scope3_category: "Scope 3 category",
  certificate_id: "Certificate id",
  cost_centre: "Cost centre",
};

export const field = (key: string): string => fieldNames[key] ?? spelled(key);

export const claimLevels: Record<string, string> = {
  unassigned: "Unassigned, contribution",
  activity: "Activity",
  activity_pool: "Activity pool",
  sector: "Sector",
};

export const flags: Record<string, string> = {
  condition_unknown: "Condition unknown, counted as new",
  year_assumed: "No date, year taken from the import",
  total_differs: "Stated total differs from quantity × unit weight",
};

export const skipped: Record<string, string> = {
  blank: "blank rows",
  repeated_header: "repeated headers",
  total: "totals",
  title: "title rows",
  footer: "footer rows",
  filler: "fillers of zeros",
  no_weight: "rows without a weight",
  not_a_purchase: "no purchases",
  group: "heads of groups",
  part: "parts of other lines",
  deleted: "struck from their order",
  employee_owned: "employees' own devices",
  repeated: "lines that stand in an earlier row",
  not_issued: "certificates not issued",
  not_ours: "certificates in another's account",
  not_open: "orders of which nothing is to come",
};

/** Why mass that a file states is not imported. */
export const leftOut: Record<string, string> = { out_of_scope: "out of scope", rejected: "in rejected rows", not_a_purchase: "that are no purchases", deleted: "struck from their order", employee_owned: "of employees' own devices", repeated: "that stand in an earlier row" };

const meanings: Record<string, string> = { leave_out: "Left out", count: "Counted", refurbished: "Refurbished", unknown: "Unknown (as new)", ignored: "Left out", issue: "Issue", purchase: "Purchase", return: "Return" };

/** What a word of a column is said to mean. */
export function meaning(of: string, key: string): string {
  if (of === "category") return category(key);
  return of === "mass_unit" || of === "currency" || of === "quantity_unit" ? key.replace("_", " ") : (meanings[key] ?? spelled(key));
}

/** A run of serials; a dash joins the prefix, which is stored without it. */
export function serials(prefix: string, first: number, last?: number): string {
  const start = `${prefix}${/[\p{L}\d]$/u.test(prefix) ? "-" : ""}${first}`;
  return last === undefined ? start : `${start}\u2013${last}`;
}

const LEGAL = /(?:,?\s+(?:SE|AG|KG|KGaA|OHG|UG|GmbH|mbH|eG|e\.V\.|&|Co\.?|Ltd\.?|Limited|plc|PLC|LLP|LLC|Inc\.?|Corp\.?|Corporation|Pty|B\.?V\.?|N\.?V\.?|S\.?A\.?|S\.?A\.?S\.?|SARL|S\.?p\.?A\.?|S\.?r\.?l\.?|S\.?L\.?|A\/S|ApS|AS|ASA|AB|Oyj?|Sp\.|z|o\.o\.))+$/u;

/** An organisation's name without its legal form, for narrow places. */
export const shortName = (name: string): string => name.replace(LEGAL, "").trim() || name;

export const word = (table: Record<string, string>, key: string): string => table[key] ?? spelled(key);

export const intents: Record<string, string> = { undecided: "Undecided", hold: "Hold", sell: "Sell" };

export const baselines: Record<string, string> = { virgin_manufacture: "Virgin manufacture", landfill_avoidance: "Landfill avoidance" };

/** What a document proves. */
export const proofs: Record<string, string> = { ownership: "that it is ours", verification: "its verification", delivery: "its delivery", retirement: "its retirement", other: "something else" };

/** What a document is. */
export const documentKinds: Record<string, string> = {
  registry_statement: "Registry statement",
  transfer_confirmation: "Confirmation of the transfer",
  purchase_contract: "Purchase contract",
  invoice: "Invoice",
  itad_certificate: "ITAD certificate",
  verification_report: "Verification report",
  retirement_confirmation: "Confirmation of a retirement",
  other: "Something else",
};

/** How well it is proven that a lot is ours. */
export const ownerships: Record<string, string> = {
  reconciled: "Agrees with the registry's statement",
  documented: "Documents cover all its serials",
  partial: "Documents cover a part of its serials",
  unstated: "Nobody said what its documents are or cover",
  unproven: "Nothing proves that it is ours",
};

/** Facts of a lot that may be corrected, and figures that may be restated. */
export const facts: Record<string, string> = {
  project: "Project",
  facility: "Facility",
  country: "Country",
  batch: "Batch",
  entity: "Entity",
  counterparty: "Seller",
  unit_price: "Price of one",
  currency: "Currency",
  trade_date: "Traded",
  delivery_date: "Delivered",
  order_number: "PO number",
  methodology_version: "Methodology",
  baseline: "Baseline",
  factor_source: "Emission factors",
  verification_body: "Verified by",
  verified_on: "Report of",
  tco2e: "tCO2e",
  claim_eligibility: "Eligible for",
  registry_status: "At the registry",
  registry_link: "Link",
  chain_of_custody: "Custody",
  intent: "Meant for",
  class_version: "Class version",
  vintage: "Vintage",
  expires_on: "Usable until",
  origin: "Origin",
  bundled: "Bundled",
  mass_kg_new: "New mass, kg",
  lines: "Lines",
  lines_unresolved: "Lines without a weight",
  gross: "Gross requirement",
  target_percent: "Target, %",
  needed: "Needed",
  retired: "Retired",
  coverage_percent: "Coverage, %",
};
