-- Frozen bytes are read in pieces, and a piece of packed bytes cannot be had without unpacking all before it.
-- PDFs are packed already. What is there keeps its form, and reads the same.
alter table protocol_version alter column content set storage external;
alter table protocol_pdf alter column bytes set storage external;
