using Community.Cli.Hosting;

return await Tool.Run(args);
