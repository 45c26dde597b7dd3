// What is said when the database does not answer. Whether a deed was recorded cannot be known then: its commit may have
// arrived though the answer did not. Sending it again with its key is safe either way.
export const away =
  'The database does not answer now. Send the same again in a moment: if it was recorded already, it is not recorded twice.';
