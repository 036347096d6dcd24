export type ExportedFile = {
  path: string;
  file_name: string;
  sha256: string;
  bytes: number;
};
