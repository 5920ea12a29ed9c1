-- Trace id (W3C Trace Context) of the push or poll in which the kept revision came; absent where it came with none.
ALTER TABLE articles ADD COLUMN trace_id text;
