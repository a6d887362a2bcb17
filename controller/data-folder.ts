/** What lies in DATA_DIR; `controller/backup/backup-folder.ts` names the backups in it. */
export const DATABASE_FILE = 'plaza.sqlite';
export const MEDIA_FOLDER = 'media';
