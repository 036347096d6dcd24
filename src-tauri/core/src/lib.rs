//! What things mean: mass, requirement, netting, the certificate ledger.
//! Pure values in, values out: no files, database, clock, threads or floats;
//! today's date and every rule's data are arguments.

pub mod capital_good;
pub mod catalogue;
pub mod change;
pub mod claim;
pub mod currency;
pub mod device_table;
pub mod disposition;
pub mod entity;
pub mod estimate;
pub mod figure;
pub mod fold;
pub mod integrity;
pub mod journal;
pub mod ledger;
pub mod line;
pub mod line_edit;
pub mod mass;
pub mod order;
pub mod own_average;
pub mod own_issue;
pub mod percent;
pub mod plan;
pub mod raw;
pub mod recognise;
pub mod report;
pub mod requirement;
pub mod revision;
pub mod room;
pub mod shipment;
pub mod spelling;
pub mod spread;
pub mod target;
pub mod weighing;
pub mod weight;
pub mod year;
