import type { GraphNode } from './graph-fields.ts';
import type { RunningMeta, Token } from './meta-server.ts';
import { writers } from './meta-writers.ts';

const at = (minutesAgo: number): string =>
  new Date(Date.now() - minutesAgo * 60_000).toISOString().replace(/\.\d+Z$/, '+0000');

/** A page with a post, a visitor's comment, a recommendation, a conversation, and its Instagram account. */
export const pageWorld = (meta: RunningMeta) => {
  meta.writers.push(...writers);
  const comment: GraphNode = meta.put({
    type: 'comment',
    id: '111_900',
    message: 'Che buono! 😋',
    from: { type: 'person', id: '5551', name: 'Anna Sole' },
    created_time: at(50),
    permalink_url: 'https://www.facebook.com/111_900',
  });
  const post = meta.put({
    type: 'post',
    id: '222_111',
    message: 'Vendemmia finita',
    from: { type: 'person', id: '222', name: 'Cantina Rossi' },
    created_time: at(90),
    comments: [comment],
  });
  const igComment = meta.put({
    type: 'ig-comment',
    id: '17900',
    text: 'Quanto costa?',
    username: 'anna.sole',
    from: { id: '7771', username: 'anna.sole' },
    timestamp: at(40),
  });
  const igMedia = meta.put({
    type: 'ig-media',
    id: '17800',
    caption: 'Il nuovo rosso',
    username: 'cantinarossi',
    permalink: 'https://www.instagram.com/p/abc/',
    media_type: 'IMAGE',
    media_url: 'https://cdn.example/a.jpg',
    timestamp: at(80),
    comments: [igComment],
  });
  const tagged = meta.put({
    type: 'ig-media',
    id: '18800',
    caption: 'Una cena con @cantinarossi',
    username: 'ristorante',
    permalink: 'https://www.instagram.com/p/def/',
    media_type: 'IMAGE',
    timestamp: at(70),
  });
  const ig = meta.put({
    type: 'ig-user',
    id: '17841400000000001',
    username: 'cantinarossi',
    name: 'Cantina Rossi',
    media: [igMedia],
    tags: [tagged],
  });
  const conversation = (platform: string, person: string, us: string, said: string) => ({
    ...{
      type: 'conversation',
      id: `t_${person}`,
      platform,
      person,
      updated_time: at(30),
      lastInbound: at(30),
    },
    messages: [
      {
        type: 'message',
        id: `m_${person}`,
        message: said,
        created_time: at(30),
        from: { id: person, name: 'Anna Sole' },
        to: [{ id: us }],
      },
    ],
  });
  const page = meta.put({
    ...{
      type: 'page',
      id: '222',
      name: 'Cantina Rossi',
      username: 'cantinarossi',
      link: 'https://www.facebook.com/cantinarossi',
    },
    instagram_business_account: ig,
    feed: [post],
    tagged: [
      meta.put({
        type: 'post',
        id: '333_444',
        message: 'Alla Cantina Rossi si sta bene',
        from: { id: '333', name: 'Pro Loco' },
        created_time: at(60),
      }),
    ],
    ratings: [
      {
        type: 'rating',
        created_time: at(20),
        recommendation_type: 'negative',
        review_text: 'Servizio lento',
        reviewer: { id: '5552', name: 'Ugo' },
        open_graph_story: { id: '888' },
      },
    ],
    conversations: [
      conversation('messenger', '5551', '222', 'Siete aperti?'),
      conversation('instagram', '7771', '17841400000000001', 'Spedite?'),
    ],
  });
  meta.put({ type: 'post', id: '888' });
  meta.put({ type: 'user', id: '13579', name: 'Marta', accounts: [page] });
  return { page, post, comment, ig, igComment };
};

export const whatsappWorld = (
  meta: RunningMeta,
  scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'],
) => {
  meta.writers.push(...writers);
  meta.put({
    type: 'wa-number',
    id: '106540352242922',
    display_phone_number: '+39 0585 000000',
    verified_name: 'Cantina Rossi',
    quality_rating: 'GREEN',
    windows: {
      '393331234567': new Date().toISOString(),
      'IT.99120865530274191811': new Date().toISOString(),
    },
  });
  meta.put({ type: 'waba', id: '102290129340398', name: 'Cantina Rossi' });
  const token: Token = { kind: 'system', scopes, me: '106540352242922', userId: '1', endsAt: undefined };
  return { token: meta.grant(token, 'EAAS') };
};

export const threadsWorld = (meta: RunningMeta) => {
  meta.writers.push(...writers);
  const post = (
    id: string,
    username: string,
    text: string,
    more: Readonly<Record<string, unknown>> = {},
  ): GraphNode =>
    meta.put({
      type: 'threads-post',
      id,
      username,
      text,
      media_type: 'TEXT_POST',
      timestamp: at(45),
      permalink: `https://www.threads.net/@${username}/post/${id}`,
      ...more,
    });
  const reply = post('402', 'anna.sole', 'Dove si compra?', {
    is_reply: true,
    replied_to: { id: '401' },
    root_post: { id: '401' },
  });
  const own = post('401', 'cantinarossi', 'È uscito il rosso', { has_replies: true, conversation: [reply] });
  const mention = post('403', 'ugo', 'Bravi @cantinarossi');
  post('404', 'lia', 'Cerco un vermentino buono');
  meta.put({
    type: 'threads-user',
    id: '24680',
    username: 'cantinarossi',
    name: 'Cantina Rossi',
    threads: [own],
    replies: [],
    mentions: [mention],
    threads_publishing_limit: [
      {
        type: 'threads-quota',
        reply_quota_usage: 3,
        reply_config: { quota_total: 1_000, quota_duration: 86_400 },
      },
    ],
  });
};
