import { checkTemplate } from './checked-template.ts';
import { type GraphNode, GraphRefusal } from './graph-fields.ts';
import { mediumOf } from './held-media.ts';
import type { Call, Vendor, Writer } from './meta-server.ts';

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/page : what a page can be subscribed to. */
const pageFields = new Set([
  'feed',
  'mention',
  'ratings',
  'messages',
  'message_echoes',
  'message_deliveries',
  'message_reads',
  'message_reactions',
]);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (node: GraphNode, name: string): GraphNode[] => (node[name] as GraphNode[] | undefined) ?? [];
const refuse = (message: string, code = 100, subcode?: number): never => {
  throw new GraphRefusal(400, code, message, subcode);
};

const knownOnly = (body: Call['body'], names: readonly string[]): void => {
  const odd = Object.keys(body).filter((name) => !names.includes(name));
  if (odd.length > 0) refuse(`(#100) Param ${odd.join(', ')} is not supported`);
};

const subscribing: Writer = (vendor, { method, path, body, token }) => {
  if (method !== 'POST' || path[1] !== 'subscribed_apps') return undefined;
  const node = vendor.find(path[0] ?? '', token);
  vendor.need(token, `${node.type}.subscribed_apps`);
  const fields = text(body.subscribed_fields).split(',').filter(Boolean);
  if (node.type === 'page' && (fields.length === 0 || fields.some((field) => !pageFields.has(field))))
    refuse('(#100) Param subscribed_fields is not one of the allowed fields');
  const ours = {
    type: 'app',
    id: vendor.app.id,
    subscribed_fields: fields,
    whatsapp_business_api_data: { id: vendor.app.id, name: 'app' },
  };
  vendor.put({ ...node, subscribed_apps: [ours] });
  return { success: true };
};

/** https://developers.facebook.com/docs/graph-api/reference/object/comments , and for Instagram ig-comment/replies, ig-media/comments, ig-user/mentions */
const commenting: Writer = (vendor, { method, path, body, token }) => {
  const [id = '', name = ''] = path;
  if (method !== 'POST' || !['comments', 'replies', 'mentions'].includes(name)) return undefined;
  const isInstagram = vendor.find(id, token).type.startsWith('ig-');
  if (isInstagram !== (name !== 'comments') && vendor.find(id, token).type !== 'ig-media') return undefined;
  knownOnly(body, name === 'mentions' ? ['message', 'media_id', 'comment_id'] : ['message']);
  const message = text(body.message);
  if (message === '') refuse('(#100) The parameter message is required');
  if (isInstagram) {
    if (!token.scopes.includes('instagram_manage_comments'))
      throw new GraphRefusal(403, 10, '(#10) instagram_manage_comments');
    if (message.length > 300) refuse('The comment is too long', 100, 2207010);
    const page = vendor.find('me', token);
    const us = page.instagram_business_account as GraphNode;
    const target = vendor.find(name === 'mentions' ? text(body.media_id) : id, token);
    const made = {
      ...{
        type: 'ig-comment',
        id: vendor.newId(),
        text: message,
        username: us.username,
        from: { id: us.id, username: us.username },
      },
      timestamp: vendor.clock.now().toISOString(),
    };
    vendor.put(made);
    const edge = target.type === 'ig-comment' ? 'replies' : 'comments';
    vendor.put({ ...target, [edge]: [made, ...listOf(target, edge)] });
    return { id: made.id };
  }
  if (!token.scopes.includes('pages_manage_engagement'))
    throw new GraphRefusal(403, 200, '(#200) pages_manage_engagement');
  const target = vendor.find(id, token);
  const page = vendor.find('me', token);
  const made = {
    ...{ type: 'comment', id: `${String(target.id).split('_').at(-1)}_${vendor.newId()}`, message },
    from: { id: page.id, name: page.name },
    created_time: vendor.clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, '+0000'),
  };
  vendor.put(made);
  vendor.put({ ...target, comments: [made, ...listOf(target, 'comments')] });
  return { id: made.id };
};

const DAY = 86_400_000;

/** https://developers.facebook.com/docs/messenger-platform/reference/send-api/ */
const messaging: Writer = (vendor, { method, path, body, token }) => {
  if (method !== 'POST' || path[1] !== 'messages' || token.kind !== 'page') return undefined;
  knownOnly(body, ['recipient', 'message', 'messaging_type', 'tag']);
  const { recipient = {}, message = {} } = body as {
    recipient?: Record<string, string>;
    message?: Record<string, string>;
  };
  const page = vendor.find('me', token);
  const conversations = listOf(page, 'conversations');
  if (recipient.comment_id) {
    const comment = vendor.find(recipient.comment_id, token);
    if (comment.answeredPrivately) refuse('(#10900) Activity already replied to', 10900);
    vendor.put({ ...comment, answeredPrivately: true });
    return { recipient_id: String((comment.from as GraphNode).id), message_id: `m_${vendor.newId()}` };
  }
  const conversation = conversations.find(({ person }) => person === recipient.id);
  if (!conversation) return refuse('(#100) No matching user found', 100, 2018001);
  const platform = conversation.platform ?? 'messenger';
  const scope = platform === 'instagram' ? 'instagram_manage_messages' : 'pages_messaging';
  if (!token.scopes.includes(scope)) throw new GraphRefusal(403, 10, `(#10) Requires ${scope}`);
  const length = platform === 'instagram' ? Buffer.byteLength(text(message.text)) : text(message.text).length;
  if (length === 0 || length > (platform === 'instagram' ? 1_000 : 2_000))
    refuse('(#100) Length of param message[text] must be less', 100, 2018109);
  const age = vendor.clock.now().getTime() - Date.parse(text(conversation.lastInbound));
  const window = body.tag === 'HUMAN_AGENT' && body.messaging_type === 'MESSAGE_TAG' ? 7 * DAY : DAY;
  if (age > window)
    throw new GraphRefusal(
      400,
      10,
      '(#10) This message is sent outside of allowed window.',
      platform === 'instagram' ? 2534022 : 2018278,
    );
  const mid = `m_${vendor.newId()}`;
  const us = platform === 'instagram' ? (page.instagram_business_account as GraphNode).id : page.id;
  const said = {
    ...{ type: 'message', id: mid, message: message.text, created_time: vendor.clock.now().toISOString() },
    ...{ from: { id: us }, to: [{ id: recipient.id }] },
  };
  const changed = { ...conversation, messages: [said, ...listOf(conversation, 'messages')] };
  vendor.put({ ...page, conversations: conversations.map((one) => (one === conversation ? changed : one)) });
  return { recipient_id: recipient.id, message_id: mid };
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api */
const whatsapp: Writer = (vendor, { method, path, body, token, params }) => {
  const [id = '', name = ''] = path;
  const medium = method === 'GET' ? mediumOf(vendor, id, params, token) : undefined;
  if (medium) return medium;
  if (method !== 'POST' || token.kind !== 'system' || !['messages', 'media'].includes(name)) return undefined;
  const number = vendor.find(id, token);
  if (!token.scopes.includes('whatsapp_business_messaging'))
    throw new GraphRefusal(403, 10, '(#10) whatsapp_business_messaging');
  if (name === 'media') {
    const sent = text(body.multipart);
    if (!/name="messaging_product"\r\n\r\nwhatsapp/.test(sent) || !/name="file"; filename=/.test(sent))
      refuse('(#100) file is required');
    const id = vendor.newId();
    vendor.put({ type: 'wa-media', id });
    return { id };
  }
  knownOnly(body, [
    'messaging_product',
    'recipient_type',
    'to',
    'recipient',
    'type',
    'text',
    'image',
    'template',
    'context',
    'biz_opaque_callback_data',
  ]);
  if (body.messaging_product !== 'whatsapp') refuse('(#100) The parameter messaging_product is required.');
  const to = text(body.to) || text(body.recipient);
  if (!to) refuse('(#100) The parameter to is required.');
  if (text(body.biz_opaque_callback_data).length > 512) refuse('(#100) biz_opaque_callback_data is too long');
  const said = (body.text as { body?: string } | undefined)?.body ?? '';
  if (body.type === 'text' && (said === '' || said.length > 4_096))
    refuse("(#100) Param text['body'] must be at most 4096 characters long.");
  if (body.type === 'image' && !vendor.objects.has(text((body.image as { id?: string }).id)))
    refuse('(#100) Invalid media id');
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes#131047
  const written = (number.windows as Record<string, string> | undefined)?.[to];
  const isClosed = !written || vendor.clock.now().getTime() - Date.parse(written) > DAY;
  if (body.type === 'template') checkTemplate(vendor, body.template);
  if (isClosed && body.type !== 'template')
    throw new GraphRefusal(400, 131047, '(#131047) Re-engagement message');
  const wamid = `wamid.${vendor.newId()}`;
  vendor.put({ ...body, type: 'wa-message', id: wamid });
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input: to, wa_id: to }],
    messages: [{ id: wamid, message_status: 'accepted' }],
  };
};

/** https://developers.facebook.com/docs/threads/posts and .../reply-management */
const threads: Writer = (vendor, { method, path, body, token, params }) => {
  const [id = '', name = ''] = path;
  if (token.kind !== 'threads') return undefined;
  const us = vendor.find('me', token);
  // https://developers.facebook.com/docs/threads/keyword-search
  if (method === 'GET' && id === 'keyword_search') {
    if (!token.scopes.includes('threads_keyword_search'))
      throw new GraphRefusal(403, 10, '(#10) threads_keyword_search');
    if (!params.get('q')) refuse('(#100) The parameter q is required');
    const found = [...vendor.objects.values()].filter(
      (one) =>
        one.type === 'threads-post' &&
        text(one.text)
          .toLowerCase()
          .includes(text(params.get('q')).toLowerCase()),
    );
    return { data: found.map(({ type: _, ...one }) => one), paging: { cursors: { after: '' } } };
  }
  if (method === 'POST' && name === 'threads') {
    if (!token.scopes.includes('threads_content_publish'))
      throw new GraphRefusal(403, 10, '(#10) threads_content_publish');
    knownOnly(body, ['media_type', 'text', 'reply_to_id']);
    if (text(body.text).length > 500) refuse('Param text must be at most 500 characters long.');
    if (body.reply_to_id && !vendor.objects.has(text(body.reply_to_id)))
      refuse('The requested resource does not exist', 24, 4279009);
    return { id: vendor.put({ ...body, type: 'threads-container', id: vendor.newId() }).id };
  }
  if (method === 'POST' && name === 'threads_publish') {
    const container = vendor.objects.get(text(body.creation_id));
    if (!container) return refuse('The requested resource does not exist', 24, 4279009);
    const parent = vendor.objects.get(text(container.reply_to_id));
    const post = vendor.put({
      ...{
        type: 'threads-post',
        id: vendor.newId(),
        text: container.text,
        username: us.username,
        media_type: 'TEXT_POST',
      },
      ...{
        timestamp: vendor.clock
          .now()
          .toISOString()
          .replace(/\.\d+Z$/, '+0000'),
        is_reply: true,
        is_reply_owned_by_me: true,
      },
      ...(parent ? { replied_to: { id: parent.id }, root_post: parent.root_post ?? { id: parent.id } } : {}),
    });
    vendor.put({ ...us, replies: [post, ...listOf(us, 'replies')] });
    return { id: post.id };
  }
  return undefined;
};

const deleting: Writer = (vendor, { method, path, token }) => {
  if (method !== 'DELETE' || path.length !== 1) return undefined;
  const node = vendor.find(path[0] ?? '', token);
  if (node.type === 'threads-post' && !token.scopes.includes('threads_delete'))
    throw new GraphRefusal(403, 10, '(#10) threads_delete');
  vendor.objects.delete(String(node.id));
  return { success: true };
};

/** Facebook's `is_hidden`, Instagram's `hide`, Threads' `manage_reply`; each with its own permission. */
const hiding: Writer = (vendor, { method, path, body, token }) => {
  const node = method === 'POST' && path.length <= 2 ? vendor.objects.get(path[0] ?? '') : undefined;
  const needs: Readonly<Record<string, readonly [string, string, string]>> = {
    comment: ['pages_manage_engagement', 'is_hidden', ''],
    'ig-comment': ['instagram_manage_comments', 'hide', ''],
    'threads-post': ['threads_manage_replies', 'hide', 'manage_reply'],
  };
  const rule = needs[String(node?.type)];
  if (!node || !rule) return undefined;
  const [scope, field, edge] = rule;
  if ((path[1] ?? '') !== edge || !(field in body)) return undefined;
  knownOnly(body, [field]);
  if (!token.scopes.includes(scope)) throw new GraphRefusal(403, 10, `(#10) ${scope}`);
  if (!['true', 'false'].includes(text(body[field]))) refuse(`(#100) ${field} must be a boolean`);
  // reply-management: "only top-level replies" beneath a post of our own.
  if (edge && node.replied_to === undefined) refuse('(#100) not a reply');
  vendor.put({ ...node, is_hidden: body[field] === 'true' });
  return { success: true };
};

export const writers: readonly Writer[] = [
  hiding,
  subscribing,
  commenting,
  messaging,
  whatsapp,
  threads,
  deleting,
];
export type { Vendor };
