import { renderToStaticMarkup } from 'react-dom/server';
import { type Language, LanguageProvider } from '../language.tsx';
import { DoorLook } from './door-look.tsx';
import { OutsideLook } from './outside-look.tsx';
import { RoomLook } from './room-look.tsx';

const looks = { door: DoorLook, outside: OutsideLook, room: RoomLook };
const languages: readonly Language[] = ['it', 'en'];

/**
 * What the page shows until the app is there, as HTML made of the app's own parts, one for each kind of screen and
 * language; public/early.js names the one that app.css shows. Nobody can press or tab into it: it is a picture of what comes.
 */
export const renderLooks = (): string =>
  languages
    .flatMap((language) =>
      Object.entries(looks).map(([name, Look]) =>
        renderToStaticMarkup(
          <div data-look={name} lang={language} aria-busy inert>
            <LanguageProvider language={language}>
              <Look />
            </LanguageProvider>
          </div>,
        ),
      ),
    )
    .join('');
