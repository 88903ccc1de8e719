-- How a team shares conversations (core/domain/work.h): whose it is, who answers at this moment,
-- when it comes back, what it is filed under. Labels, quick replies and views are the company's
-- own words. Known conversations: who waits is open, the others are done; nothing is unread but
-- what waits.

ALTER TABLE conversation ADD COLUMN status TEXT NOT NULL DEFAULT 'resolved';
ALTER TABLE conversation ADD COLUMN snoozed_until INTEGER;
ALTER TABLE conversation ADD COLUMN assignee_id INTEGER;
ALTER TABLE conversation ADD COLUMN assigned_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN holder_id INTEGER;
ALTER TABLE conversation ADD COLUMN held_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE conversation ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET status = 'open', heard = waiting WHERE waiting > 0;

DROP INDEX conversation_waiting;
DROP INDEX conversation_answered;
CREATE INDEX conversation_at_work ON conversation (last_at, id) WHERE status <> 'resolved';
CREATE INDEX conversation_resolved ON conversation (last_at, id) WHERE status = 'resolved';
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE status = 'snoozed';
CREATE INDEX conversation_assigned ON conversation (assignee_id, assigned_at)
    WHERE assignee_id IS NOT NULL;
CREATE INDEX conversation_load ON conversation (assignee_id)
    WHERE assignee_id IS NOT NULL AND status <> 'resolved';
CREATE INDEX conversation_unwatched ON conversation (last_at)
    WHERE status = 'open' AND waiting = 0 AND priority = 'normal';

CREATE TABLE label (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    hue INTEGER NOT NULL,
    retired INTEGER NOT NULL
);

CREATE TABLE conversation_label (
    conversation_id INTEGER NOT NULL REFERENCES conversation (id),
    label_id INTEGER NOT NULL REFERENCES label (id),
    PRIMARY KEY (conversation_id, label_id)
) WITHOUT ROWID;

CREATE TABLE quick_reply (
    id INTEGER NOT NULL PRIMARY KEY,
    shortcut TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL
);

CREATE TABLE saved_view (
    id INTEGER NOT NULL PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    name TEXT NOT NULL,
    shared INTEGER NOT NULL,
    status TEXT NOT NULL,
    whose TEXT NOT NULL,
    labels TEXT NOT NULL,
    at_least TEXT NOT NULL,
    waiting_only INTEGER NOT NULL
);
CREATE INDEX saved_view_of ON saved_view (staff_id);

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('conversation', 'status', 'requests'),
    ('conversation', 'snoozed_until', 'requests'),
    ('conversation', 'assignee_id', 'requests'),
    ('conversation', 'assigned_at', 'requests'),
    ('conversation', 'holder_id', 'requests'),
    ('conversation', 'held_until', 'requests'),
    ('conversation', 'priority', 'requests'),
    ('conversation', 'heard', 'requests'),
    ('label', 'id', 'technical'),
    ('label', 'name', 'technical'),
    ('label', 'folded', 'technical'),
    ('label', 'hue', 'technical'),
    ('label', 'retired', 'technical'),
    ('conversation_label', 'conversation_id', 'requests'),
    ('conversation_label', 'label_id', 'requests'),
    ('quick_reply', 'id', 'technical'),
    ('quick_reply', 'shortcut', 'technical'),
    ('quick_reply', 'title', 'technical'),
    ('quick_reply', 'text', 'inform_support'),
    ('quick_reply', 'language', 'technical'),
    ('saved_view', 'id', 'technical'),
    ('saved_view', 'staff_id', 'quality_security'),
    ('saved_view', 'name', 'technical'),
    ('saved_view', 'shared', 'technical'),
    ('saved_view', 'status', 'technical'),
    ('saved_view', 'whose', 'technical'),
    ('saved_view', 'labels', 'technical'),
    ('saved_view', 'at_least', 'technical'),
    ('saved_view', 'waiting_only', 'technical');
