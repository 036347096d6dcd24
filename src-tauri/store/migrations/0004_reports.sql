-- Who answers for a year's report, and every final report as it was made, so that it can be made again.
PRAGMA user_version = 4;

-- A signature holds for the figures it was given for, and for no others.
CREATE TABLE signature (
    year           INTEGER NOT NULL,
    role           TEXT NOT NULL CHECK (role IN ('prepared', 'reviewed', 'approved')),
    signed_by      TEXT NOT NULL CHECK (signed_by <> ''),
    signed_on      TEXT NOT NULL,
    figures_sha256 TEXT NOT NULL,
    PRIMARY KEY (year, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
    year           INTEGER NOT NULL,
    version        INTEGER NOT NULL CHECK (version > 0),
    status         TEXT NOT NULL CHECK (status IN ('final', 'restated')),
    made_on        TEXT NOT NULL,
    figures_sha256 TEXT NOT NULL,
    chain_head     TEXT NOT NULL,
    prepared_by    TEXT NOT NULL,
    reviewed_by    TEXT NOT NULL,
    approved_by    TEXT NOT NULL,
    because        TEXT,
    PRIMARY KEY (year, version),
    CHECK ((status = 'restated') = (version > 1))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER a_report_is_never_changed BEFORE UPDATE ON report
BEGIN SELECT RAISE(ABORT, 'reports are never changed'); END;
CREATE TRIGGER a_report_is_never_removed BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'reports are never removed'); END;

CREATE TABLE report_figure (
    year    INTEGER NOT NULL,
    version INTEGER NOT NULL,
    figure  TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (year, version, figure),
    FOREIGN KEY (year, version) REFERENCES report (year, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER a_reported_figure_is_never_changed BEFORE UPDATE ON report_figure
BEGIN SELECT RAISE(ABORT, 'reported figures are never changed'); END;

CREATE TABLE report_file (
    year    INTEGER NOT NULL,
    version INTEGER NOT NULL,
    format  TEXT NOT NULL CHECK (format IN ('xlsx', 'pdf', 'csv', 'json')),
    sha256  TEXT NOT NULL REFERENCES document (sha256),
    PRIMARY KEY (year, version, format),
    FOREIGN KEY (year, version) REFERENCES report (year, version)
) STRICT, WITHOUT ROWID;
