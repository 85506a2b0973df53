import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * The browser is told to run only what we serve: no inline script, no foreign origin, no frame around us.
 * A file of ours may bring a policy of its own, stricter than this.
 * Images of other sites are not loaded at all: whoever reads the inbox is not reported to whoever wrote.
 */
export const securityHeaders = (options: { readonly https: boolean }): MiddlewareHandler => {
  const guard = secureHeaders(headers(options));
  return async (context, next) => {
    let stricter: string | null = null;
    await guard(context, async () => {
      await next();
      stricter = context.res.headers.get('content-security-policy');
    });
    if (stricter !== null) context.res.headers.set('content-security-policy', stricter);
  };
};

const headers = (options: { readonly https: boolean }): Parameters<typeof secureHeaders>[0] => ({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    mediaSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: options.https ? 'max-age=31536000; includeSubDomains' : false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], publickeyCredentialsGet: ['self'] },
});
