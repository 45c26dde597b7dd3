/** The page of plain words that travels inside each bundle. */
export const HOWTO = `How to check this bundle

This file holds a federation's history and the results it certified. You can check it on any computer, without
the network and without trusting the server it came from:

    mandate verify BUNDLE

Three things make the check worth more, because the server cannot choose them for you:
  - the log's public key, copied from somewhere other than this bundle (a printed notice, a circular);
  - a checkpoint you or anybody else kept from an earlier day (the file log/checkpoint of an older bundle);
  - your own receipts and acknowledgements.

What is in it
  manifest.json              the SHA-256 of every other file, and of which polls the bundle answers
  log/checkpoint             the size and root of the history, signed (C2SP tlog-checkpoint)
  log/entries.ndjson         the history, one entry a line, as hashed (RFC 8785 JSON, RFC 6962 tree)
  log/keys                   the log's public keys
  polls/ID.json              one decided poll: where each figure comes from, and the certified result
  polls/ID.decision.json     its decision file; check it alone with: mandate decide FILE
  elections/ID.json          one certified election: candidates by id, the lot, every paper, who was elected
  rolls/ID.txt               the frozen roll of an open poll as salted hashes

By hand
  sha256sum of polls/ID.decision.json is the decisionHash of that poll's "result" entry.
  sha256sum of elections/ID.json is the decisionHash of that election's "result" entry.
  The seed of its lot, as 32 bytes, has the SHA-256 that stands as "lot" in its "ballot.open" entry.
  sha256sum of rolls/ID.txt is the commitment of its "roll.freeze" entry.
  An entry's hash in the tree is SHA-256 of one zero byte and the line without its newline.

What it does not show
  It does not show that nobody was pressed to vote one way, nor that a device was honest. In a confidential poll
  each elector can find their own code and anyone can compare the number of ballots with the tally; how the
  tally divides rests on the server that counted, and on the electors who look for their codes.
`;
