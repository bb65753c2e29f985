import { fileTypeOf } from './file-types.ts';
import { type Share, sharesOf } from './files.ts';
import type { Simulation } from './simulation.ts';
import { installTeam, userOf } from './simulation.ts';
import type { Channel, Json, StoredCanvas, StoredFile } from './state.ts';

/** A file as the Web API and modals show it. */
export function fileShape(sim: Simulation, file: StoredFile): Json {
  if (file.stage === 'deleted') return { id: file.id, mode: 'tombstone' };
  const { filetype, mimetype, prettyType } = fileTypeOf(file.name);
  const team = installTeam(sim);
  const name = slugOf(file.name);
  const base = `${sim.url}/files-pri/${team.id}-${file.id}`;
  return {
    id: file.id,
    created: file.createdAt,
    timestamp: file.createdAt,
    name: file.name,
    title: file.title,
    mimetype,
    filetype,
    pretty_type: prettyType,
    user: file.userId,
    user_team: userOf(sim, file.userId)?.teamId ?? team.id,
    editable: file.isSnippet,
    size: file.size,
    mode: file.isSnippet ? 'snippet' : 'hosted',
    is_external: false,
    external_type: '',
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${base}/${name}`,
    url_private_download: `${base}/download/${name}`,
    permalink: `https://${team.domain}.slack.com/files/${file.userId}/${file.id}/${name}`,
    ...(file.altText && { alt_txt: file.altText }),
    comments_count: 0,
    is_starred: false,
    ...sharingShape(sim, sharesOf(sim, file)),
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** In externally shared channels an event only says that there is a file to ask about. */
export function fileStub(file: StoredFile): Json {
  return {
    id: file.id,
    mode: 'file_access',
    file_access: 'check_file_info',
    created: 0,
    timestamp: 0,
    user: '',
  };
}

/** Slack looks into a file and shares it after it answered: kind and places come later. */
export function completedShape(sim: Simulation, file: StoredFile): Json {
  const kind = { mimetype: '', filetype: '', pretty_type: '' };
  return { ...fileShape(sim, file), ...kind, ...sharingShape(sim, []) };
}

function sharingShape(sim: Simulation, shares: readonly Share[]): Json {
  const idsOf = (isSo: (channel: Channel) => boolean): string[] => [
    ...new Set(shares.filter(({ channel }) => isSo(channel)).map(({ channel }) => channel.id)),
  ];
  const publicIds = idsOf(isPublic);
  const privateIds = idsOf((channel) => !isPublic(channel));
  return {
    is_public: publicIds.length > 0,
    shares: {
      ...(publicIds.length > 0 && { public: placesIn(sim, publicIds, shares) }),
      ...(privateIds.length > 0 && { private: placesIn(sim, privateIds, shares) }),
    },
    channels: publicIds,
    groups: idsOf((channel) => !isPublic(channel) && channel.kind !== 'im'),
    ims: idsOf(({ kind }) => kind === 'im'),
  };
}

function isPublic(channel: Channel): boolean {
  return channel.kind === 'channel' && !channel.isPrivate;
}

function placesIn(sim: Simulation, ids: readonly string[], shares: readonly Share[]): Json {
  const placesOf = (id: string): Json[] =>
    shares
      .filter(({ channel }) => channel.id === id)
      .map(({ channel, message }) => ({
        reply_users: [],
        reply_users_count: 0,
        reply_count: 0,
        ts: message.ts,
        ...(message.threadTs && { thread_ts: message.threadTs }),
        channel_name: channel.name,
        team_id: installTeam(sim).id,
        share_user_id: message.user,
      }));
  return Object.fromEntries(ids.map((id) => [id, placesOf(id)]));
}

/** What `files.info` says of a canvas: it is where its link comes from. */
export function canvasFileShape(sim: Simulation, canvas: StoredCanvas): Json {
  const team = installTeam(sim);
  return {
    id: canvas.id,
    created: canvas.createdAt,
    timestamp: canvas.createdAt,
    name: canvas.title,
    title: canvas.title,
    mimetype: 'application/vnd.slack-docs',
    filetype: 'quip',
    pretty_type: 'Canvas',
    user: canvas.userId,
    user_team: team.id,
    editable: true,
    size: canvas.sections.reduce((size, { text }) => size + Buffer.byteLength(text), 0),
    mode: 'quip',
    is_external: false,
    is_channel_space: true,
    linked_channel_id: canvas.channel.id,
    permalink: `https://${team.domain}.slack.com/docs/${team.id}/${canvas.id}`,
    file_access: 'visible',
  };
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, '_');
}
