import { openLocalQueue } from '../../../src/adapters/job-queue/local.ts';
import { jobQueueContract } from '../../contracts/job-queue.ts';

jobQueueContract('local', async () => openLocalQueue({ concurrency: 2 }));
