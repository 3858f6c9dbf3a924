BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE answers (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at_s FLOAT NOT NULL, 
	version VARCHAR NOT NULL, 
	answers JSON NOT NULL
);
INSERT INTO "answers" VALUES(1,900.0,'2026-11-23','{"A1": false, "A2": null}');
CREATE TABLE check_ins (
	session_id VARCHAR NOT NULL, 
	pain INTEGER, 
	stiffness INTEGER, 
	felt VARCHAR, 
	note VARCHAR NOT NULL, worst INTEGER, farthest INTEGER, hurt_by JSON DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (session_id), 
	FOREIGN KEY(session_id) REFERENCES sessions (id)
);
INSERT INTO "check_ins" VALUES('one',5,NULL,'worse','Ü “it''s” fine',NULL,NULL,'[]');
CREATE TABLE entries (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	said JSON NOT NULL
);
INSERT INTO "entries" VALUES(1,'2026-11-23T20:00:00+01:00','day','{"pain": 4, "stiffness": 2, "farthest": 3, "besides": "\u00dc slept \u201cbadly\u201d"}');
CREATE TABLE events (
	session_id VARCHAR NOT NULL, 
	seq INTEGER NOT NULL, 
	position_s FLOAT NOT NULL, 
	at VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	data JSON NOT NULL, 
	PRIMARY KEY (session_id, seq), 
	FOREIGN KEY(session_id) REFERENCES sessions (id)
);
INSERT INTO "events" VALUES('one',1,0.0,'2026-11-23T19:00:01+00:00','started','{}');
INSERT INTO "events" VALUES('one',2,10.0,'2026-11-23T19:00:02+00:00','segment_done','{"segment": 0}');
INSERT INTO "events" VALUES('one',3,10.0,'2026-11-23T19:00:03+00:00','made_easier','{}');
INSERT INTO "events" VALUES('one',4,4.0,'2026-11-23T19:00:04+00:00','hurt','{"pain": 6, "where": "left hip"}');
INSERT INTO "events" VALUES('one',5,4.0,'2026-11-23T19:00:05+00:00','stopped','{}');
INSERT INTO "events" VALUES('two',1,0.0,'2026-11-23T19:00:01+00:00','started','{}');
CREATE TABLE plans (
	session_id VARCHAR NOT NULL, 
	from_seq INTEGER NOT NULL, 
	session JSON NOT NULL, 
	schedule JSON NOT NULL, 
	position_s FLOAT NOT NULL, 
	PRIMARY KEY (session_id, from_seq), 
	FOREIGN KEY(session_id) REFERENCES sessions (id)
);
INSERT INTO "plans" VALUES('one',0,'{"items": [{"exercise": "bridge", "level": "L1", "parts": [{"movement": "main", "hold_s": 10.0, "reps": 2, "sets": 1}], "range_fraction": 1.0, "first": 0, "last": null, "eased": false}]}','{"segments": [{"kind": "hold", "start_s": 0.0, "end_s": 10.0, "item": 0, "exercise": "bridge", "name": "Bridge", "movement": "main", "side": "both", "set_number": 1, "sets": 1, "rep": 1, "reps": 2, "breathe": "easy", "say": "Hold.", "caption": "Hold", "next_up": "", "film_from": 1.0, "film_to": 1.0, "range_fraction": 1.0, "back_s": 0.0, "skip_s": 10.0, "repeat_s": 0.0, "lead_in_s": 2.0}], "cues": [{"kind": "count", "at_s": 1.0, "words": "one"}], "total_s": 10.0}',0.0);
INSERT INTO "plans" VALUES('two',0,'{"items": [{"exercise": "bridge", "level": "L1", "parts": [{"movement": "main", "hold_s": 10.0, "reps": 2, "sets": 1}], "range_fraction": 1.0, "first": 0, "last": null, "eased": false}]}','{"segments": [{"kind": "hold", "start_s": 0.0, "end_s": 10.0, "item": 0, "exercise": "bridge", "name": "Bridge", "movement": "main", "side": "both", "set_number": 1, "sets": 1, "rep": 1, "reps": 2, "breathe": "easy", "say": "Hold.", "caption": "Hold", "next_up": "", "film_from": 1.0, "film_to": 1.0, "range_fraction": 1.0, "back_s": 0.0, "skip_s": 10.0, "repeat_s": 0.0, "lead_in_s": 2.0}], "cues": [{"kind": "count", "at_s": 1.0, "words": "one"}], "total_s": 10.0}',0.0);
INSERT INTO "plans" VALUES('one',3,'{"items": [{"exercise": "bridge", "level": "L1", "parts": [{"movement": "main", "hold_s": 10.0, "reps": 2, "sets": 1}], "range_fraction": 1.0, "first": 0, "last": null, "eased": false}]}','{"segments": [{"kind": "hold", "start_s": 0.0, "end_s": 10.0, "item": 0, "exercise": "bridge", "name": "Bridge", "movement": "main", "side": "both", "set_number": 1, "sets": 1, "rep": 1, "reps": 2, "breathe": "easy", "say": "Hold.", "caption": "Hold", "next_up": "", "film_from": 1.0, "film_to": 1.0, "range_fraction": 1.0, "back_s": 0.0, "skip_s": 10.0, "repeat_s": 0.0, "lead_in_s": 2.0}], "cues": [{"kind": "count", "at_s": 1.0, "words": "one"}], "total_s": 10.0}',2.0);
CREATE TABLE sessions (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	started_at_s FLOAT NOT NULL, 
	pain INTEGER NOT NULL, 
	stiffness INTEGER NOT NULL, 
	opened_by INTEGER NOT NULL, 
	status VARCHAR NOT NULL, 
	position_s FLOAT NOT NULL, 
	last_seq INTEGER NOT NULL, 
	heard_at_s FLOAT NOT NULL, 
	ended_at_s FLOAT, farthest INTEGER, 
	UNIQUE (id), 
	FOREIGN KEY(opened_by) REFERENCES answers (number)
);
INSERT INTO "sessions" VALUES(1,'one','Gentle start',1000.0,3,4,1,'stopped',4.0,5,1020.0,1020.0,NULL);
INSERT INTO "sessions" VALUES(2,'two','Gentle start',1000.0,3,4,1,'open',5.0,2,1030.0,NULL,NULL);
CREATE TABLE settings (
	name VARCHAR NOT NULL, 
	value JSON NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "settings" VALUES('theme','"dark"');
INSERT INTO "settings" VALUES('speech_rate',0.9);
INSERT INTO "settings" VALUES('captions','false');
CREATE TABLE sightings (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	session_id VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	item INTEGER NOT NULL, 
	exercise VARCHAR NOT NULL, 
	movement VARCHAR NOT NULL, 
	side VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	amount FLOAT NOT NULL, 
	fault VARCHAR NOT NULL, 
	FOREIGN KEY(session_id) REFERENCES sessions (id)
);
INSERT INTO "sightings" VALUES(1,'one','2026-11-23T19:00:01+00:00',0,'bridge','main','both','hold',8.5,'');
INSERT INTO "sightings" VALUES(2,'one','2026-11-23T19:00:02+00:00',0,'bridge','main','both','cue',1.0,'hips_sag');
CREATE TABLE tallies (
	session_id VARCHAR NOT NULL, 
	way VARCHAR NOT NULL, 
	tally JSON NOT NULL, 
	PRIMARY KEY (session_id), 
	FOREIGN KEY(session_id) REFERENCES sessions (id)
);
INSERT INTO "tallies" VALUES('one','1-c2f8810ac6218737','{"planned_s": 10.0, "done_s": 10.0, "exercises": [{"exercise": "bridge", "name": "Bridge", "reps_done": 1, "reps_planned": 1, "held_s": 10.0, "done_s": 10.0, "seen": {"reps": {}, "held_s": 8.5, "judged_s": 0.0, "unseen_s": 10.0, "faults": {"hips_sag": 1}, "held_by_side_s": {"both": 8.5}, "reach": {}, "form": null, "form_judged_s": 0.0}, "held_by_side_s": {"both": 10.0}}], "made_easier": 1, "hurt": 1}');
CREATE INDEX ix_sessions_status ON sessions (status);
CREATE INDEX ix_sightings_session_id ON sightings (session_id);
CREATE INDEX ix_entries_kind ON entries (kind);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('answers',1);
INSERT INTO "sqlite_sequence" VALUES('sessions',2);
INSERT INTO "sqlite_sequence" VALUES('sightings',2);
INSERT INTO "sqlite_sequence" VALUES('entries',1);
COMMIT;
