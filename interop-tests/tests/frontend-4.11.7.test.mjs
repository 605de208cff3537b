import { frontendTests } from "./frontend.mjs";

frontendTests("4.11.7");
