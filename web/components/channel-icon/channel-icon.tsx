import {
  AtSign,
  BriefcaseBusiness,
  Camera,
  Cloud,
  Globe,
  Hand,
  Hash,
  Link2,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquareText,
  MessagesSquare,
  Phone,
  Rss,
  Send,
  ThumbsUp,
} from 'lucide-react';
import { useWords } from '../../app/language.tsx';

const it = {
  bluesky: 'Bluesky',
  email: 'Mail',
  feeds: 'Siti e blog',
  fediverse: 'Fediverso',
  'by-hand': 'A mano',
  webmention: 'Dal web',
  whatsapp: 'WhatsApp',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  wordpress: 'WordPress',
  telegram: 'Telegram',
  discourse: 'Discourse',
  x: 'X',
};
const en: typeof it = {
  bluesky: 'Bluesky',
  email: 'E-mail',
  feeds: 'Sites and blogs',
  fediverse: 'Fediverse',
  'by-hand': 'By hand',
  webmention: 'From the web',
  whatsapp: 'WhatsApp',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  wordpress: 'WordPress',
  telegram: 'Telegram',
  discourse: 'Discourse',
  x: 'X',
};
export const words = { it, en };

const aliases: Readonly<Record<string, keyof typeof it>> = {
  bluesky: 'bluesky',
  email: 'email',
  mail: 'email',
  feed: 'feeds',
  feeds: 'feeds',
  fediverse: 'fediverse',
  mastodon: 'fediverse',
  'by-hand': 'by-hand',
  manual: 'by-hand',
  webmention: 'webmention',
  whatsapp: 'whatsapp',
  facebook: 'facebook',
  instagram: 'instagram',
  threads: 'threads',
  linkedin: 'linkedin',
  'linkedin-archive': 'linkedin',
  wordpress: 'wordpress',
  telegram: 'telegram',
  discourse: 'discourse',
  x: 'x',
};

const byChannel: Readonly<Record<keyof typeof it, LucideIcon>> = {
  bluesky: Cloud,
  email: Mail,
  feeds: Rss,
  fediverse: AtSign,
  'by-hand': Hand,
  webmention: Link2,
  whatsapp: MessageCircle,
  facebook: ThumbsUp,
  instagram: Camera,
  threads: AtSign,
  linkedin: BriefcaseBusiness,
  wordpress: MessageSquareText,
  telegram: Send,
  discourse: MessagesSquare,
  x: Hash,
};

/** Icons that a manifest may name. */
const byName: Readonly<Record<string, LucideIcon>> = {
  cloud: Cloud,
  mail: Mail,
  rss: Rss,
  'at-sign': AtSign,
  'message-square-text': MessageSquareText,
  hand: Hand,
  globe: Globe,
  phone: Phone,
};

/** The channel's name in words. */
export const useChannelName = () => {
  const w = useWords(words);
  return (channel: string): string => {
    const known = aliases[channel];
    return known ? w[known] : channel;
  };
};

type ChannelIconProps = {
  readonly channel: string;
  readonly icon?: string;
  readonly size?: number;
  readonly className?: string;
};

/** The mark of a channel; its name must stand beside it or be in the label of what holds it. */
export const ChannelIcon = ({ channel, icon, size = 16, className = '' }: ChannelIconProps) => {
  const known = aliases[channel];
  const Icon = (known ? byChannel[known] : undefined) ?? byName[icon ?? ''] ?? MessageCircle;
  return <Icon aria-hidden size={size} className={`shrink-0 ${className}`} />;
};
