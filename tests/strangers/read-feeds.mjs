// Reads each feed that is named as feedsmith does, and prints what it understood, in the order of the names.
import { readFileSync } from 'node:fs';
import { parseFeed } from 'feedsmith';

console.log(JSON.stringify(process.argv.slice(2).map(file => parseFeed(readFileSync(file, 'utf8')))));
