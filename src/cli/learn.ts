// node src/cli/learn.ts — learns what the ranker needs from the knowledge and keeps it for the next start; a start runs it by itself where it has not been done.
import { loadConfig } from '../config.ts';
import { loadKnowledge } from '../knowledge/files/load.ts';

const config = loadConfig(process.env);
loadKnowledge(config.KNOWLEDGE_DIR, config.CACHE_DIR).knowledge?.search.rank('xin chào');
