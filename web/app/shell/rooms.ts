import { Ear, HeartHandshake, type LucideIcon, MessagesSquare, Settings, Sun, Waypoints } from 'lucide-react';
import type { words } from './words.ts';

type Room = {
  readonly to:
    | '/$slug/oggi'
    | '/$slug/conversazioni'
    | '/$slug/cura'
    | '/$slug/ascolto'
    | '/$slug/relazioni'
    | '/$slug/impostazioni';
  readonly name: keyof typeof words.it;
  readonly icon: LucideIcon;
  readonly keys: string;
};

/** The rooms that are open. Those to come are not shown. */
export const rooms: readonly Room[] = [
  { to: '/$slug/oggi', name: 'today', icon: Sun, keys: 'g o' },
  { to: '/$slug/conversazioni', name: 'conversations', icon: MessagesSquare, keys: 'g c' },
  { to: '/$slug/cura', name: 'care', icon: HeartHandshake, keys: 'g u' },
  { to: '/$slug/ascolto', name: 'listening', icon: Ear, keys: 'g a' },
  { to: '/$slug/relazioni', name: 'relations', icon: Waypoints, keys: 'g r' },
  { to: '/$slug/impostazioni', name: 'settings', icon: Settings, keys: 'g i' },
];
