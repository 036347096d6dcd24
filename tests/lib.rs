//! Cases and scenarios; see all.rs.
