//! Where records are found by what they are known by, so that a file is compared with the records it names again and not
//! with every one that stands.

use crate::values::Values;
use crate::{Connection, StoreError};
use planner_core::revision::Records;
use sha2::{Digest, Sha256};

/// Pairs of a block, unless more have the hash of its last.
const BLOCK: usize = 512;
/// Pairs of a run: what is held in memory while a million records are written.
const RUN: usize = 1 << 18;
/// Bytes of a pair: its hash, and the id of its record.
const PAIR: usize = 12;

/// The hash of what a record is found by.
pub(crate) fn hash(found_by: &str) -> u32 {
    let digest = Sha256::digest(found_by);
    digest.iter().take(4).fold(0, |hash, byte| hash << 8 | u32::from(*byte))
}

/// Keeps where the records of one import are found.
#[derive(Debug)]
pub(crate) struct IdentityWriter {
    import_number: i64,
    pairs: Vec<(u32, i64)>,
}

impl IdentityWriter {
    /// For the records of this import.
    pub(crate) fn new(import_number: i64) -> Self {
        Self { import_number, pairs: Vec::new() }
    }

    /// A record of this id.
    pub(crate) fn add(&mut self, id: i64, found_by: &str) {
        self.pairs.push((hash(found_by), id));
    }

    /// Keeps a run of them once there are many.
    pub(crate) async fn keep(&mut self, connection: &mut Connection) -> Result<(), StoreError> {
        if self.pairs.len() < RUN { Ok(()) } else { self.finish(connection).await }
    }

    /// Keeps all of them.
    pub(crate) async fn finish(&mut self, connection: &mut Connection) -> Result<(), StoreError> {
        let mut pairs = std::mem::take(&mut self.pairs);
        if pairs.is_empty() {
            return Ok(());
        }
        pairs.sort_unstable();
        let run: i64 = sqlx::query_scalar(
            "SELECT coalesce(max(run), 0) + 1 FROM record_identity WHERE import_number = ?1",
        )
        .bind(self.import_number)
        .fetch_one(&mut *connection)
        .await?;
        for block in blocks(&pairs) {
            let first = block.first().map_or(0, |(hash, _)| *hash);
            sqlx::query(
                "INSERT INTO record_identity (import_number, run, first_hash, pairs) VALUES (?1, ?2, ?3, ?4)",
            )
            .bind(self.import_number)
            .bind(run)
            .bind(i64::from(first))
            .bind(bytes(block))
            .execute(&mut *connection)
            .await?;
        }
        Ok(())
    }
}

/// Cuts sorted pairs into blocks; those of one hash stay together.
fn blocks(pairs: &[(u32, i64)]) -> Vec<&[(u32, i64)]> {
    let (mut blocks, mut rest) = (Vec::new(), pairs);
    while !rest.is_empty() {
        let last = rest.get(BLOCK - 1).map(|(hash, _)| *hash);
        let end = last.map_or(rest.len(), |last| rest.partition_point(|(hash, _)| *hash <= last));
        let (block, after) = rest.split_at(end);
        blocks.push(block);
        rest = after;
    }
    blocks
}

fn bytes(pairs: &[(u32, i64)]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(pairs.len() * PAIR);
    for (hash, id) in pairs {
        bytes.extend_from_slice(&hash.to_be_bytes());
        bytes.extend_from_slice(&id.to_be_bytes());
    }
    bytes
}

fn pairs(bytes: &[u8]) -> Vec<(u32, i64)> {
    let pair = |bytes: &[u8]| {
        let (hash, id) = bytes.split_at(4);
        Some((u32::from_be_bytes(hash.try_into().ok()?), i64::from_be_bytes(id.try_into().ok()?)))
    };
    bytes.chunks_exact(PAIR).filter_map(pair).collect()
}

/// Imports that brought records of this kind and stand, each with how many of its records stand; none of this number.
pub async fn imports(
    connection: &mut Connection,
    records: Records,
    except: i64,
) -> Result<Vec<(i64, i64)>, StoreError> {
    let sql = match records {
        Records::Lines => {
            "SELECT import_number, sum(lines) AS records FROM line_sum
             WHERE superseded_by = 0 AND import_number <> ?1 GROUP BY import_number"
        }
        Records::Dispositions => {
            "SELECT import_number, count(*) AS records FROM disposition WHERE import_number <> ?1 GROUP BY import_number"
        }
        Records::Devices => return Ok(Vec::new()),
    };
    let rows = sqlx::query(sql).bind(except).fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.integer("import_number")?, row.integer("records")?))).collect()
}

/// Ids of the records of an import whose identity may have one of these hashes, which ascend; in order.
pub async fn find(
    connection: &mut Connection,
    import_number: i64,
    hashes: &[u32],
) -> Result<Vec<i64>, StoreError> {
    let runs: Vec<i64> =
        sqlx::query_scalar("SELECT DISTINCT run FROM record_identity WHERE import_number = ?1")
            .bind(import_number)
            .fetch_all(&mut *connection)
            .await?;
    let mut ids = Vec::new();
    for run in runs {
        find_in(connection, (import_number, run), hashes, &mut ids).await?;
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

async fn find_in(
    connection: &mut Connection,
    (import_number, run): (i64, i64),
    hashes: &[u32],
    ids: &mut Vec<i64>,
) -> Result<(), StoreError> {
    let mut block: Vec<(u32, i64)> = Vec::new();
    for hash in hashes {
        if block.last().is_none_or(|(last, _)| last < hash) {
            let found: Option<Vec<u8>> = sqlx::query_scalar(
                "SELECT pairs FROM record_identity WHERE import_number = ?1 AND run = ?2 AND first_hash <= ?3
                 ORDER BY first_hash DESC LIMIT 1",
            )
            .bind(import_number)
            .bind(run)
            .bind(i64::from(*hash))
            .fetch_optional(&mut *connection)
            .await?;
            block = pairs(&found.unwrap_or_default());
        }
        let first = block.partition_point(|(other, _)| other < hash);
        ids.extend(block[first..].iter().take_while(|(other, _)| other == hash).map(|(_, id)| *id));
    }
    Ok(())
}

/// The records of an import are gone.
pub(crate) async fn forget(connection: &mut Connection, import_number: i64) -> Result<(), StoreError> {
    let forget = sqlx::query("DELETE FROM record_identity WHERE import_number = ?1").bind(import_number);
    forget.execute(connection).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    #[tokio::test]
    async fn records_are_found_by_their_hash_whatever_the_run() {
        let folder = tempfile::tempdir().expect("a folder");
        let today = "2026-06-16".parse().expect("a day");
        let store = Store::open_or_create(&folder.path().join("a.itec"), today).await.expect("made");
        let mut write = store.write().await.expect("the right to write");
        let found_by = |number: i64| format!("nP-{}", number % 1_000);
        for run in 0..3 {
            let mut writer = IdentityWriter::new(1);
            (0..4_000).for_each(|id| writer.add(run * 4_000 + id, &found_by(id)));
            writer.finish(&mut write).await.expect("kept");
        }
        let mut hashes: Vec<_> = [7, 999, 1_500].map(|number| hash(&found_by(number))).into();
        hashes.push(hash("cP-7"));
        hashes.sort_unstable();
        let found = find(&mut write, 1, &hashes).await.expect("found");
        let expected: Vec<_> = (0..12_000).filter(|id| [7, 999, 500].contains(&(id % 1_000))).collect();
        assert_eq!(found, expected);
        assert_eq!(find(&mut write, 2, &hashes).await.expect("found"), []);
        forget(&mut write, 1).await.expect("forgotten");
        assert_eq!(find(&mut write, 1, &hashes).await.expect("found"), []);
    }

    #[test]
    fn many_of_one_hash_stay_in_one_block() {
        let pairs: Vec<_> = (0..3_000).map(|id| (if id < 100 { 1 } else { 2 }, id)).collect();
        let sizes: Vec<_> = blocks(&pairs).iter().map(|block| block.len()).collect();
        assert_eq!(sizes, [3_000]);
        let pairs: Vec<_> = (0..1_300).map(|id| (u32::try_from(id).expect("small"), id)).collect();
        let sizes: Vec<_> = blocks(&pairs).iter().map(|block| block.len()).collect();
        assert_eq!(sizes, [512, 512, 276]);
        assert_eq!(super::pairs(&bytes(&pairs)), pairs);
    }
}
