// Puts googly eyes on a photo: node client.mjs photo.jpg googly.png
import { openAsBlob } from "node:fs";
import { writeFile } from "node:fs/promises";

const form = new FormData();
form.append("file", await openAsBlob(process.argv[2]));
form.append("style", "cat");
form.append("seed", "7");
const service = process.env.EYEGOOGLER_URL ?? "http://127.0.0.1:8000";
const response = await fetch(service + "/eyegoogler", { method: "POST", body: form });
if (!response.ok) throw new Error((await response.json()).detail);
await writeFile(process.argv[3], Buffer.from(await response.arrayBuffer()));
console.log(response.headers.get("x-faces"), "face(s)");
