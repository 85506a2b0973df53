/**
 * We read the types of the server's routes, and with them its sources, next to the browser's own types, which
 * lack this field of the Fetch Standard.
 */
interface RequestInit {
  duplex?: 'half';
}
