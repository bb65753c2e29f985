export const EXPORT_FORMATS = ['csv', 'json', 'tbx', 'skos'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
