/** The address of a script that is built to run as a worker. */
declare module '*?worker&url' {
  const url: string;
  export { url as default };
}
