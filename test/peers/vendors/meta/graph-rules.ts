/**
 * What Graph knows of each kind of node, by the reference pages of v25.0 (read 2026-11-22). A field that stands here in no list is refused
 * with (#100), as Graph does: https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
export type FieldKind = 'value' | { readonly node: string } | { readonly list: string };

const values = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, 'value' as const]));

export const nodes: Readonly<Record<string, Readonly<Record<string, FieldKind>>>> = {
  // https://developers.facebook.com/docs/graph-api/reference/user
  user: { ...values('id', 'name'), accounts: { list: 'page' } },
  // https://developers.facebook.com/docs/graph-api/reference/page
  page: {
    ...values('id', 'name', 'username', 'link', 'access_token', 'tasks'),
    instagram_business_account: { node: 'ig-user' },
    feed: { list: 'post' },
    tagged: { list: 'post' },
    ratings: { list: 'rating' },
    conversations: { list: 'conversation' },
    subscribed_apps: { list: 'app' },
  },
  app: values('id', 'name', 'subscribed_fields', 'link', 'whatsapp_business_api_data'),
  // https://developers.facebook.com/docs/graph-api/reference/page-post
  post: {
    ...values('id', 'message', 'story', 'created_time', 'updated_time', 'permalink_url', 'is_hidden'),
    from: { node: 'person' },
    place: { node: 'place' },
    comments: { list: 'comment' },
  },
  // https://developers.facebook.com/docs/graph-api/reference/place
  place: { ...values('id', 'name'), location: { node: 'location' } },
  location: values('city', 'country', 'latitude', 'longitude', 'street', 'zip'),
  // https://developers.facebook.com/docs/graph-api/reference/comment
  comment: {
    ...values('id', 'message', 'created_time', 'permalink_url', 'is_hidden', 'like_count', 'can_remove'),
    from: { node: 'person' },
    parent: { node: 'comment' },
    attachment: { node: 'attachment' },
    comments: { list: 'comment' },
  },
  attachment: values('type', 'url', 'title', 'description'),
  person: values('id', 'name', 'username', 'email'),
  // https://developers.facebook.com/docs/graph-api/reference/recommendation
  rating: {
    ...values('created_time', 'has_rating', 'has_review', 'rating', 'recommendation_type', 'review_text'),
    reviewer: { node: 'person' },
    open_graph_story: { node: 'post' },
  },
  // https://developers.facebook.com/docs/graph-api/reference/conversation
  conversation: {
    ...values('id', 'updated_time', 'message_count', 'unread_count'),
    messages: { list: 'message' },
  },
  // https://developers.facebook.com/docs/graph-api/reference/message
  message: {
    ...values('id', 'message', 'created_time'),
    from: { node: 'person' },
    to: { list: 'person' },
    attachments: { list: 'message-attachment' },
  },
  'message-attachment': values('id', 'mime_type', 'name', 'size', 'image_data', 'video_data', 'file_url'),
  // https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user
  'ig-user': {
    ...values('id', 'username', 'name', 'profile_picture_url'),
    media: { list: 'ig-media' },
    tags: { list: 'ig-media' },
    mentioned_comment: { node: 'ig-comment' },
    mentioned_media: { node: 'ig-media' },
  },
  // https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media
  'ig-media': {
    ...values(
      'id',
      'caption',
      'timestamp',
      'username',
      'permalink',
      'media_type',
      'media_url',
      'comments_count',
    ),
    comments: { list: 'ig-comment' },
  },
  // https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-comment
  'ig-comment': {
    ...values('id', 'text', 'timestamp', 'username', 'parent_id', 'hidden', 'like_count'),
    from: { node: 'person' },
    media: { node: 'ig-media' },
    replies: { list: 'ig-comment' },
  },
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number
  'wa-number': values(
    'id',
    'display_phone_number',
    'verified_name',
    'quality_rating',
    'webhook_configuration',
  ),
  waba: {
    ...values('id', 'name'),
    subscribed_apps: { list: 'app' },
    message_templates: { list: 'wa-template' },
  },
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/template-api
  'wa-template': values('id', 'name', 'language', 'status', 'category', 'components', 'parameter_format'),
  // https://developers.facebook.com/docs/threads/reference/user
  'threads-user': {
    ...values('id', 'username', 'name', 'threads_profile_picture_url', 'threads_biography'),
    threads: { list: 'threads-post' },
    replies: { list: 'threads-post' },
    mentions: { list: 'threads-post' },
    threads_publishing_limit: { list: 'threads-quota' },
  },
  // https://developers.facebook.com/docs/threads/threads-media and .../reply-management
  'threads-post': {
    ...values(
      ...[
        'id',
        'text',
        'username',
        'timestamp',
        'permalink',
        'media_type',
        'media_url',
        'shortcode',
        'alt_text',
      ],
      ...[
        'link_attachment_url',
        'is_quote_post',
        'has_replies',
        'is_reply',
        'is_reply_owned_by_me',
        'hide_status',
      ],
    ),
    owner: { node: 'person' },
    root_post: { node: 'threads-post' },
    replied_to: { node: 'threads-post' },
    conversation: { list: 'threads-post' },
  },
  'threads-quota': values('quota_usage', 'config', 'reply_quota_usage', 'reply_config'),
};

/** Fields that come when none are asked for. */
export const usual: Readonly<Record<string, readonly string[]>> = {
  comment: ['id', 'message', 'created_time', 'from'],
  person: ['id', 'name'],
  'ig-comment': ['id', 'text', 'timestamp'],
  app: ['id', 'name', 'subscribed_fields', 'whatsapp_business_api_data'],
};
