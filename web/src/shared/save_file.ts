// Give a file or a text to the reader, or to the share sheet of a phone, where there is one.

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A file that the share sheet takes: as it is, or as plain text where only texts are taken; undefined: it takes none. */
export function shareableFile(name: string, text: string): File | undefined {
  const forms = [
    new File([text], name, { type: "application/json" }),
    new File([text], `${name}.txt`, { type: "text/plain" }),
  ];
  return forms.find((file) => typeof navigator.canShare === "function" && navigator.canShare({ files: [file] }));
}

/** Show the share sheet; a reader who closes it has only changed their mind. */
export const shareFile = (file: File): Promise<void> => navigator.share({ files: [file] }).catch(() => undefined);

/** Copy text; resolves to whether the browser let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
