/** A style sheet of a package as text, for a shadow root. */
declare module '*.css?inline' {
  const text: string;
  export { text as default };
}
