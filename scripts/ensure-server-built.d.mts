/** The bundled program, and the same from its sources. */
export declare const serverProgram: string;
export declare const sourceProgram: string;

/** Whether the bundle is there and made of the sources as they are now. */
export declare const isServerBuilt: () => boolean;
