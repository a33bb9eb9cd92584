"""How gunicorn serves the site. It reads this file where it is started; its command line comes last."""

workers = 3
threads = 4
logger_class = "config.gunicorn_log.NoAddresses"
accesslog = None
control_socket_disable = True
