/* A thread of its own that groups the people of one round: it is given them, and answers once. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Gathering, groupPeople } from './group-people.ts';

parentPort?.postMessage(groupPeople(workerData as Gathering));
