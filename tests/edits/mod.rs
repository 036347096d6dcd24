//! Somebody edits the file with another program, value by value and row by row, so that nothing but the value is other
//! than it was: `verify` finds it, and says where.

mod figures;
mod pages;
mod recorder;
mod sqlite;
mod tried;
mod workspace;

use sqlite::{Column, columns, found_after, hold, tables, text, texts};
use sqlx::SqliteConnection;
use workspace::full;

/// How a problem names the rows of a table; `{column}` stands for a value of the row.
const NAMED: [(&str, &str); 37] = [
    ("_sqlx_migrations", "migration {version}"),
    ("certificate_order", "the orders"),
    ("claim", "the claim and its day of {year}"),
    ("device", "the devices of the catalogue of {import_number}"),
    ("digest", "the digests of {kept}"),
    ("disposition", "the retired assets of {import_number}"),
    ("document", "the document|the statement|of report v1 of 2024"),
    ("event", "event {sequence}|are in no event"),
    ("evidence", "of {subject} {id} from event"),
    ("import", "the facts of {number}"),
    ("import_column", "the columns of {import_number}"),
    ("import_fix", "the corrections of {import_number}"),
    ("import_issue", "the findings of {import_number}"),
    ("import_row", "the skipped and rejected rows of {import_number}"),
    ("line", "the lines of {import_number}"),
    ("locked_figure", "with which {year} was locked"),
    ("locked_year", "the lock of reporting year {year}"),
    ("lot", "lot {id}"),
    ("lot_range", "lot {lot_id}"),
    ("mapping", "the facts of mapping {number}"),
    ("mapping_column", "the columns of mapping {mapping_number}"),
    ("mapping_fix", "the corrections of mapping {mapping_number}"),
    ("mapping_value", "the meanings of mapping {mapping_number}"),
    ("order_delivery", "the deliveries of orders"),
    ("report", "the final reports of {year}"),
    ("report_figure", "the reported figures of {year}"),
    ("report_file", "the files of the final reports of {year}"),
    ("reporting_year", "the target, budget and closing day of {year}"),
    ("retirement", "retirement {id}"),
    ("retirement_line", "of retirement {retirement_id}"),
    ("reversed_retirement", "the reversal of retirement {id}"),
    ("scenario", "the scenarios of the plan"),
    ("scenario_driver", "the drivers of the scenarios"),
    ("scenario_fact", "the facts the scenarios began from"),
    ("setting", "the settings"),
    ("signature", "the signatures of {year}"),
    ("split_lot", "the split of lot {id}"),
];

/// More tables, in two lists because each is long.
const NAMED_TOO: [(&str, &str); 18] = [
    ("adopted_year", "the plans of record as they were adopted"),
    ("disclosure_input", "the answers to CDP that a person gave of {year}"),
    ("entity", "the entities"),
    ("entity_alias", "the other spellings of entities"),
    ("factor", "the emission factors"),
    ("factor_set", "the sets of emission factors"),
    ("line_before", "what lines said before they were edited"),
    ("line_edit", "the edits of lines"),
    ("line_sum", "the sums of the lines of {import_number}"),
    ("order_document", "the documents of orders"),
    ("own_model", "the models whose weights are known of {import_number}"),
    ("process_energy", "what restoring hardware used up of {year}"),
    ("record_identity", "what finds the records of {import_number}"),
    ("shipment_note", "the notes beside shipments"),
    ("superseded_disposition", "the retired assets replaced by {superseded_by}"),
    ("superseded_line", "the lines replaced by {superseded_by}"),
    ("weighing", "how lines were weighed"),
    ("word", "the words that lines share"),
];

/// Columns that no output can change with, each with the reason.
const UNFELT: [(&str, &str, &str); 2] = [
    ("_sqlx_migrations", "installed_on", "says when a migration ran, and is read by nobody"),
    ("_sqlx_migrations", "execution_time", "says how long a migration took, and is read by nobody"),
];

fn name_of(table: &str) -> &'static str {
    let mut names = NAMED.into_iter().chain(NAMED_TOO);
    let found = names.find(|(one, _)| *one == table);
    found.unwrap_or_else(|| panic!("{table} is a new table: how does a problem name its rows?")).1
}

/// What a problem of this row must say; an import is named by its file and number.
async fn words(connection: &mut SqliteConnection, table: &str, at: &str) -> Vec<String> {
    let name = name_of(table);
    let mut parts = vec![String::new()];
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('{') {
        let (column, after) = after.split_once('}').expect("a name");
        let sql = format!("SELECT CAST({column} AS TEXT) FROM {table} WHERE {at}");
        let value = text(connection, &sql).await.unwrap_or_default();
        let is_import =
            matches!(column, "import_number" | "superseded_by") || (table, column) == ("import", "number");
        let last = parts.last_mut().expect("a part");
        last.push_str(before);
        if is_import {
            let end = last.trim_end_matches("of ").trim_end().to_owned();
            *last = end;
            parts.push(format!("import {value}"));
        } else {
            last.push_str(&value);
        }
        rest = after;
    }
    parts.last_mut().expect("a part").push_str(rest);
    parts
}

fn quoted(value: &Option<String>) -> String {
    value.as_ref().map_or("NULL".to_owned(), Clone::clone)
}

/// The condition that finds one row, by its key.
async fn rows(connection: &mut SqliteConnection, table: &str, columns: &[Column], limit: u32) -> Vec<String> {
    let keys: Vec<_> = columns.iter().filter(|column| column.key > 0).collect();
    let parts: Vec<_> = keys.iter().map(|key| format!("'{0} = ' || quote({0})", key.name)).collect();
    let order: Vec<_> = keys.iter().map(|key| key.name.as_str()).collect();
    let sql = format!(
        "SELECT {} FROM {table} ORDER BY {} LIMIT {limit}",
        parts.join(" || ' AND ' || "),
        order.join(", ")
    );
    texts(connection, &sql).await.into_iter().flatten().collect()
}

/// A value that could stand there as well as the one that does, as SQL.
async fn another(connection: &mut SqliteConnection, table: &str, column: &Column, at: &str) -> String {
    let Column { name, kind, .. } = column;
    if kind == "BLOB" {
        return format!("CAST({name} || 'x' AS BLOB)");
    }
    let value = text(connection, &format!("SELECT CAST({name} AS TEXT) FROM {table} WHERE {at}")).await;
    let made = text(connection, &format!("SELECT sql FROM sqlite_schema WHERE name = '{table}'")).await;
    match (kind.as_str(), value) {
        ("INTEGER" | "BIGINT" | "BOOLEAN", None) => "7".into(),
        ("INTEGER" | "BIGINT", Some(_)) => format!("{name} + 1"),
        ("BOOLEAN", Some(_)) => format!("NOT {name}"),
        (_, None) => "'something'".into(),
        (_, Some(value)) => other_text(&made.unwrap_or_default(), name, &value),
    }
}

/// Another word of the column's own, another day, another number; else another letter.
fn other_text(made: &str, column: &str, value: &str) -> String {
    let listed = made.split(&format!("{column} IN (")).nth(1).and_then(|rest| rest.split(')').next());
    let word =
        listed.and_then(|list| list.split(',').map(str::trim).find(|one| *one != format!("'{value}'")));
    if let Some(word) = word {
        return word.to_owned();
    }
    if let Ok(day) = value.parse::<chrono::NaiveDate>() {
        return format!("'{}'", day.succ_opt().expect("a day"));
    }
    if let Ok(number) = value.parse::<rust_decimal::Decimal>() {
        return format!("'{}'", number + rust_decimal::Decimal::ONE);
    }
    match column {
        "condition" if table_has_conditions(made) => {
            "CASE condition WHEN 'new' THEN 'used' ELSE 'new' END".into()
        }
        "weight_source" => "CASE weight_source WHEN 'row' THEN 'catalogue' ELSE 'row' END".into(),
        "figures_sha256" | "sha256" | "hash" | "previous_hash" | "chain_head" | "file_sha256"
        | "plan_hash" => {
            format!("CASE substr({column}, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr({column}, 2)")
        }
        _ => format!("{column} || 'x'"),
    }
}

fn table_has_conditions(made: &str) -> bool {
    made.contains("quantity")
}

/// What was tried, and what of it nothing found or nobody named.
#[derive(Default)]
struct Tried {
    edits: usize,
    unseen: Vec<String>,
}

impl Tried {
    async fn edit(
        &mut self,
        connection: &mut SqliteConnection,
        table: &str,
        sql: &str,
        words: &[String],
    ) -> bool {
        let found = match found_after(connection, table, sql).await {
            Ok(found) => found,
            Err(refusal) => {
                let is_kept = ["UNIQUE", "datatype", "NOT NULL", "cannot store"]
                    .iter()
                    .any(|kept| refusal.contains(kept));
                assert!(is_kept, "{refusal}");
                return false;
            }
        };
        self.edits += 1;
        let names =
            |problem: &&String| words.iter().all(|part| part.split('|').any(|one| problem.contains(one)));
        if found.iter().filter(names).count() == 0 {
            self.unseen.push(format!("{sql}: {words:?} is not in {found:?}"));
        }
        true
    }

    fn done(self, least: usize) {
        assert!(self.unseen.is_empty(), "{} of {}: {:#?}", self.unseen.len(), self.edits, self.unseen);
        assert!(self.edits >= least, "only {} edits", self.edits);
        println!("{} edits, all found and named", self.edits);
    }
}

#[tokio::test]
async fn nothing_is_wrong_before_anybody_edits() {
    let (_folder, path) = full();
    let mut connection = hold(&path).await;
    assert_eq!(found_after(&mut connection, "setting", "").await, Ok(Vec::new()));
    for table in tables(&mut connection).await {
        name_of(&table);
        let rows = text(&mut connection, &format!("SELECT CAST(count(*) AS TEXT) FROM {table}")).await;
        assert_ne!(
            rows.as_deref(),
            Some("0"),
            "{table} has no row: add a step to workspace.rs that makes some"
        );
    }
}

#[tokio::test]
async fn a_value_that_is_edited_is_found_in_every_column_of_every_table() {
    let (_folder, path) = full();
    let mut connection = hold(&path).await;
    let mut tried = Tried::default();
    for table in tables(&mut connection).await {
        let all = columns(&mut connection, &table).await;
        for column in &all {
            if UNFELT.iter().any(|(of, name, _)| *of == table && *name == column.name) {
                continue;
            }
            let some = format!("SELECT {0} FROM {table} WHERE {0} IS NOT NULL", column.name);
            let has_any = !texts_of(&mut connection, &some).await;
            let at = row_with(&mut connection, &table, &all, &column.name, has_any).await;
            let words = words(&mut connection, &table, &at).await;
            let value = another(&mut connection, &table, column, &at).await;
            let set = |value: &str| format!("UPDATE {table} SET {} = {value} WHERE {at}", column.name);
            if !tried.edit(&mut connection, &table, &set(&value), &words).await {
                let value = if column.kind == "TEXT" {
                    format!("{} || 'x'", column.name)
                } else {
                    format!("{} + 1000", column.name)
                };
                assert!(tried.edit(&mut connection, &table, &set(&value), &words).await, "{}", set(&value));
            }
            if column.is_optional && has_any {
                tried.edit(&mut connection, &table, &set("NULL"), &words).await;
            }
        }
    }
    tried.done(400);
}

async fn texts_of(connection: &mut SqliteConnection, sql: &str) -> bool {
    text(connection, &format!("SELECT CAST(count(*) AS TEXT) FROM ({sql})")).await.as_deref() == Some("0")
}

/// The last row that says something in a column, where any does.
async fn row_with(
    connection: &mut SqliteConnection,
    table: &str,
    columns: &[Column],
    column: &str,
    has_any: bool,
) -> String {
    let all = rows(connection, table, columns, 10_000).await;
    for at in all.iter().rev() {
        let is_it =
            text(connection, &format!("SELECT CAST({column} IS NOT NULL AS TEXT) FROM {table} WHERE {at}"))
                .await;
        if !has_any || is_it.as_deref() == Some("1") {
            return at.clone();
        }
    }
    panic!("{table} has no row with {column}")
}

#[tokio::test]
async fn a_row_that_is_removed_or_added_is_found_in_every_table() {
    let (_folder, path) = full();
    let mut connection = hold(&path).await;
    let mut tried = Tried::default();
    for table in tables(&mut connection).await {
        let all = columns(&mut connection, &table).await;
        let every = rows(&mut connection, &table, &all, 10_000).await;
        for at in [every.first(), every.get(every.len() / 2), every.last()].into_iter().flatten() {
            let words = words(&mut connection, &table, at).await;
            tried.edit(&mut connection, &table, &format!("DELETE FROM {table} WHERE {at}"), &words).await;
        }
        let at = every.first().expect("a row");
        let last_key =
            all.iter().filter(|column| column.key > 0).max_by_key(|column| column.key).expect("a key");
        let value =
            |column: &Column, is_other: bool| match (column.name == last_key.name, column.kind.as_str()) {
                (true, "TEXT") => format!("{} || 'x'", column.name),
                (true, _) => format!("{} + 1000", column.name),
                (false, "TEXT") if is_other => format!("{} || 'x'", column.name),
                _ => column.name.clone(),
            };
        let insert = |is_other| {
            let values: Vec<_> = all.iter().map(|column| value(column, is_other)).collect();
            format!("INSERT INTO {table} SELECT {} FROM {table} WHERE {at}", values.join(", "))
        };
        // The words of the row that was copied are not those of the copy.
        let name = name_of(&table).split('{').next().unwrap_or_default().trim_end().to_owned();
        if !tried.edit(&mut connection, &table, &insert(false), std::slice::from_ref(&name)).await {
            assert!(tried.edit(&mut connection, &table, &insert(true), &[name]).await, "{}", insert(true));
        }
    }
    tried.done(120);
}

#[tokio::test]
async fn two_rows_that_are_swapped_are_found_in_every_table() {
    let (_folder, path) = full();
    let mut connection = hold(&path).await;
    let mut tried = Tried::default();
    let mut alone = Vec::new();
    for table in tables(&mut connection).await {
        let all = columns(&mut connection, &table).await;
        let Some((one, other)) = different_rows(&mut connection, &table, &all).await else {
            alone.push(table);
            continue;
        };
        let words = words(&mut connection, &table, &one).await;
        let sql = swap(&mut connection, &table, &all, &one, &other).await;
        tried.edit(&mut connection, &table, &sql, &words).await;
    }
    assert_eq!(alone, ["report"], "each other table has two rows that differ");
    tried.done(35);
}

/// Two rows whose values beside their keys differ.
async fn different_rows(
    connection: &mut SqliteConnection,
    table: &str,
    columns: &[Column],
) -> Option<(String, String)> {
    let every = rows(connection, table, columns, 200).await;
    let values: Vec<_> = columns
        .iter()
        .filter(|column| column.key == 0)
        .map(|column| format!("quote({})", column.name))
        .collect();
    let first = every.first()?;
    let of = |at: &str| {
        format!(
            "SELECT {} FROM {table} WHERE {at}",
            if values.is_empty() { "1".into() } else { values.join(" || ',' || ") }
        )
    };
    let said = text(connection, &of(first)).await;
    for other in &every[1..] {
        if text(connection, &of(other)).await != said {
            return Some((first.clone(), other.clone()));
        }
    }
    None
}

/// Gives each of two rows the key of the other.
async fn swap(
    connection: &mut SqliteConnection,
    table: &str,
    columns: &[Column],
    one: &str,
    other: &str,
) -> String {
    let last = columns.iter().filter(|column| column.key > 0).max_by_key(|column| column.key).expect("a key");
    let beside = if last.kind == "TEXT" { "'aside'" } else { "-77" };
    let assigned = |at: &str| at.replace(" AND ", ", ");
    let mut aside = Vec::new();
    for key in columns.iter().filter(|column| column.key > 0) {
        let value = text(connection, &format!("SELECT quote({}) FROM {table} WHERE {one}", key.name)).await;
        let value = if key.name == last.name { beside.to_owned() } else { quoted(&value) };
        aside.push(format!("{} = {value}", key.name));
    }
    format!(
        "UPDATE {table} SET {} WHERE {one}; UPDATE {table} SET {} WHERE {other}; UPDATE {table} SET {} WHERE {};",
        aside.join(", "),
        assigned(one),
        assigned(other),
        aside.join(" AND "),
    )
}
