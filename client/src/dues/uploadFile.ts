// Puts a file on its way, under an id made here: sent again after a broken connection it is the same file.
export type UploadFault = 'TOO_LARGE' | 'UNSUPPORTED' | 'NOT_SENT';

export async function uploadFile(id: string, file: File): Promise<UploadFault | null> {
  try {
    const response = await fetch(`/uploads/${id}`, { method: 'PUT', body: file, credentials: 'same-origin' });
    if (response.ok) return null;
    return response.status === 413 ? 'TOO_LARGE' : response.status === 415 ? 'UNSUPPORTED' : 'NOT_SENT';
  } catch {
    return 'NOT_SENT';
  }
}
