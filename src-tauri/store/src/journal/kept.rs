//! Which tables the chain covers, and how: by digests of their rows, or because they follow from the events themselves.

/// A table whose rows are digested, group by group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The table.
    pub(crate) table: &'static str,
    /// The column that says which group a row belongs to; nothing where all rows are one.
    pub(crate) part: Option<&'static str>,
    /// The whole number by which a large group is cut into blocks, so that a change costs a block and is found in one.
    pub(crate) block: Option<&'static str>,
    /// Its primary key: the order in which rows are digested.
    pub(crate) key: &'static str,
    /// Rows of it in words, as a problem names them.
    pub(crate) words: &'static str,
    /// What the part is.
    pub(crate) of: Of,
    /// Whether a million rows are written or removed at once: whoever does that says so, and no trigger runs for a row.
    pub(crate) is_bulk: bool,
    /// Which sums its rows come to.
    pub(crate) summed: Summed,
}

/// Sums that rows come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Summed {
    /// None.
    No,
    /// Those of lines that stand.
    Standing,
    /// Those of lines that an import replaced, by its number: the part.
    Replaced,
}

/// What the part of a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// Nothing: there is one group.
    Workspace,
    /// The number of an import.
    Import,
    /// A reporting year.
    Year,
    /// The number of a mapping.
    Mapping,
}

const fn whole(table: &'static str, key: &'static str, words: &'static str) -> Kept {
    Kept { table, part: None, block: None, key, words, of: Of::Workspace, is_bulk: false, summed: Summed::No }
}

const fn of(
    of: Of,
    part: &'static str,
    table: &'static str,
    block: Option<&'static str>,
    key: &'static str,
    words: &'static str,
) -> Kept {
    Kept { part: Some(part), block, of, ..whole(table, key, words) }
}

const fn of_import(
    table: &'static str,
    block: Option<&'static str>,
    key: &'static str,
    words: &'static str,
) -> Kept {
    of(Of::Import, "import_number", table, block, key, words)
}

const fn replaced_by(table: &'static str, words: &'static str) -> Kept {
    of(Of::Import, "superseded_by", table, Some("id"), "id", words)
}

const fn of_mapping(table: &'static str, part: &'static str, key: &'static str, words: &'static str) -> Kept {
    of(Of::Mapping, part, table, None, key, words)
}

const fn of_year(table: &'static str, key: &'static str, words: &'static str) -> Kept {
    of(Of::Year, "year", table, None, key, words)
}

const fn bulk(kept: Kept) -> Kept {
    Kept { is_bulk: true, ..kept }
}

const fn summed(summed: Summed, kept: Kept) -> Kept {
    Kept { summed, ..kept }
}

/// Tables whose rows are digested.
pub(crate) const TABLES: [Kept; 41] = [
    whole("setting", "key", "the settings"),
    of_year("reporting_year", "year", "the target, budget and closing day"),
    of(Of::Import, "number", "import", None, "number", "the facts"),
    of_import("import_column", None, "import_number, position", "the columns"),
    of_import("import_row", Some("row"), "import_number, row", "the skipped and rejected rows"),
    of_import("import_issue", Some("position"), "import_number, position", "the findings"),
    of_import("import_fix", None, "import_number, row, column_header", "the corrections"),
    bulk(Kept { block: Some("id"), ..whole("word", "id", "the words that lines share") }),
    summed(Summed::Standing, bulk(of_import("line", Some("id"), "id", "the lines"))),
    Kept { block: Some("number"), ..whole("weighing", "number", "how lines were weighed") },
    whole("line_edit", "number", "the edits of lines"),
    Kept {
        block: Some("line_id"),
        ..whole("line_before", "edit_number, line_id", "what lines said before they were edited")
    },
    of_import("own_model", None, "import_number, model, kind", "the models whose weights are known"),
    summed(Summed::Replaced, replaced_by("superseded_line", "the lines replaced by")),
    of_import("disposition", Some("id"), "id", "the retired assets"),
    replaced_by("superseded_disposition", "the retired assets replaced by"),
    of_import("device", Some("id"), "id", "the devices of the catalogue"),
    of_import("record_identity", None, "import_number, run, first_hash", "what finds the records"),
    of_mapping("mapping", "number", "number", "the facts"),
    of_mapping("mapping_column", "mapping_number", "mapping_number, field", "the columns"),
    of_mapping("mapping_value", "mapping_number", "mapping_number, field, seen", "the meanings"),
    of_mapping("mapping_fix", "mapping_number", "mapping_number, position", "the corrections"),
    of_year("claim", "year", "the claim and its day"),
    of_year("disclosure_input", "year, question, row, field", "the answers to CDP that a person gave"),
    of_year("signature", "year, role", "the signatures"),
    of_year("report", "year, version", "the final reports"),
    of_year("report_figure", "year, version, figure", "the reported figures"),
    of_year("report_file", "year, version, format", "the files of the final reports"),
    whole("entity", "name", "the entities"),
    whole("entity_alias", "alias", "the other spellings of entities"),
    whole("scenario", "number", "the scenarios of the plan"),
    whole("scenario_driver", "scenario_number, key", "the drivers of the scenarios"),
    whole("scenario_fact", "scenario_number, key", "the facts the scenarios began from"),
    whole("certificate_order", "number", "the orders"),
    whole("order_delivery", "order_id, lot_id", "the deliveries of orders"),
    whole("shipment_note", "shipment", "the notes beside shipments"),
    whole("order_document", "order_id, sha256", "the documents of orders"),
    whole("adopted_year", "adoption, year", "the plans of record as they were adopted"),
    whole("factor_set", "number", "the sets of emission factors"),
    Kept { block: Some("position"), ..whole("factor", "set_number, position", "the emission factors") },
    of_year("process_energy", "year, position", "what restoring hardware used up"),
];

/// Tables that need no digest, each with the reason.
#[cfg(test)]
pub(crate) const ELSEWHERE: [(&str, &str); 15] = [
    ("event", "is the chain"),
    ("digest", "is computed anew and compared"),
    ("line_sum", "is computed anew and compared"),
    ("document", "is named by the hash of its bytes"),
    ("lot", "is replayed from the events"),
    ("lot_range", "is replayed from the events"),
    ("split_lot", "is replayed from the events"),
    ("retirement", "is replayed from the events"),
    ("retirement_line", "is replayed from the events"),
    ("reversed_retirement", "is replayed from the events"),
    ("evidence", "is replayed from the events"),
    ("locked_year", "is replayed from the events"),
    ("locked_figure", "is replayed from the events"),
    ("_sqlx_migrations", "says which migrations ran: no figure is read from it"),
    ("sqlite_sequence", "is SQLite's own"),
];

/// How this many rows make a block.
pub(crate) const BLOCK_BITS: u32 = 8;

impl Kept {
    /// The part of a row as SQL, of the row that this name stands for.
    pub(crate) fn part_of(&self, row: &str) -> String {
        self.part.map_or_else(|| "0".to_owned(), |column| format!("{row}{column}"))
    }

    /// The block of a row as SQL, of the row that this name stands for.
    pub(crate) fn block_of(&self, row: &str) -> String {
        self.block.map_or_else(|| "0".to_owned(), |column| format!("({row}{column} >> {BLOCK_BITS})"))
    }

    /// The table of this name.
    pub(crate) fn named(table: &str) -> Option<&'static Self> {
        TABLES.iter().find(|kept| kept.table == table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use std::collections::BTreeSet;

    #[tokio::test]
    async fn every_table_is_covered_by_the_chain() {
        let folder = tempfile::tempdir().expect("a folder");
        let today = "2026-06-16".parse().expect("a day");
        let store = Store::open_or_create(&folder.path().join("a.itec"), today).await.expect("made");
        let mut read = store.read().await.expect("read");
        let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .fetch_all(&mut *read)
            .await
            .expect("tables");
        let covered: BTreeSet<_> =
            TABLES.iter().map(|kept| kept.table).chain(ELSEWHERE.iter().map(|(table, _)| *table)).collect();
        for table in tables {
            assert!(
                covered.contains(table.as_str()),
                "{table} is in neither list of journal/kept.rs: can a report change with it unseen?"
            );
        }
    }
}
